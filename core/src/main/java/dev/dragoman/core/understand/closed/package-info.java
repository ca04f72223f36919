/// Finds which answer of a closed question a free reply means, or that it means none of them.
@NullMarked
package dev.dragoman.core.understand.closed;

import org.jspecify.annotations.NullMarked;
