/// The number, percentage and currency words of each language, as plain tables.
@NullMarked
package dev.dragoman.core.understand.entity.words;

import org.jspecify.annotations.NullMarked;
