/// The one aggregate: what a conversation is, what may happen to it, and what a decision returns.
@NullMarked
package dev.dragoman.core.conversation;

import org.jspecify.annotations.NullMarked;
