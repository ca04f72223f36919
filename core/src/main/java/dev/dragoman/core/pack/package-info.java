/// The stored form of states and legs: compact, versioned by its first byte, the same bytes always.
@NullMarked
package dev.dragoman.core.pack;

import org.jspecify.annotations.NullMarked;
