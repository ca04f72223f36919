/// What a bot is: stories, steps, actions, questions, conditions, intents – immutable and checked.
@NullMarked
package dev.dragoman.core.bot;

import org.jspecify.annotations.NullMarked;
