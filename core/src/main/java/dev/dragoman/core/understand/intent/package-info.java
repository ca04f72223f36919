/// What a message wants: learns intents from examples, scores a text, chooses and says why.
@NullMarked
package dev.dragoman.core.understand.intent;

import org.jspecify.annotations.NullMarked;
