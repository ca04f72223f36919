/// What a bot does with an input: stories, steps, questions, fallbacks and hooks.
@NullMarked
package dev.dragoman.core.turn;

import org.jspecify.annotations.NullMarked;
