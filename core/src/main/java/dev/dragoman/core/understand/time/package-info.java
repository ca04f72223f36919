/// Finds dates, times, moments and durations in what people write, in five languages.
@NullMarked
package dev.dragoman.core.understand.time;

import org.jspecify.annotations.NullMarked;
