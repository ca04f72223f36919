/// Text as people type it becomes tokens and comparable forms; nothing here knows what a bot is.
@NullMarked
package dev.dragoman.core.understand.text;

import org.jspecify.annotations.NullMarked;
