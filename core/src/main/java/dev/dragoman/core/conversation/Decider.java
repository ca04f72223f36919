package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Moment;

/// Decides one input of one conversation. Pure: the same arguments give the same decision in
/// production, in a test, in a replay next year. Implementations are immutable and thread-safe.
@FunctionalInterface
public interface Decider {
  /// What the input comes to; never throws for anything a caller or author can do wrong.
  Decision decide(Conversation before, String turnId, Input input, Moment moment, Facts facts);
}
