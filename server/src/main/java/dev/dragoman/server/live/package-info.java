/// Live streams: what happened since a position, and the hint that something did.
@NullMarked
package dev.dragoman.server.live;

import org.jspecify.annotations.NullMarked;
