/// Gives waiting rooms to free agents.
@NullMarked
package dev.dragoman.server.rooms;

import org.jspecify.annotations.NullMarked;
