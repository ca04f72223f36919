/// Metrics, health and logs: listens to what the other rooms tell, and is never called by core.
@NullMarked
package dev.dragoman.server.observe;

import org.jspecify.annotations.NullMarked;
