/// What sending a story to many contacts needs to know: pacing, reasons to fail, words to opt out.
@NullMarked
package dev.dragoman.core.campaign;

import org.jspecify.annotations.NullMarked;
