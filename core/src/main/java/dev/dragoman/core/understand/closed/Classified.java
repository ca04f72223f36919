package dev.dragoman.core.understand.closed;

import org.jspecify.annotations.Nullable;

/// What a reply was taken for. Immutable.
///
/// @param answerId the accepted answer, or null when the reply is none of them
/// @param score of the accepted answer, or of the best one that was refused, 0..1; it orders
///     answers and is no probability
/// @param rule what accepted it, [Rule#NONE] exactly when nothing did
/// @param runnerUp the best answer that was not accepted, or null when no other came near
public record Classified(
    @Nullable String answerId, double score, Rule rule, @Nullable RunnerUp runnerUp) {
  /// Refuses scores outside 0..1 and a rule that does not go with the answer.
  public Classified {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("not a score: " + score);
    }
    if ((answerId == null) != (rule == Rule.NONE)) {
      throw new IllegalArgumentException(rule + " with answer " + answerId);
    }
  }

  /// An answer that came near, and its score, 0..1.
  public record RunnerUp(String answerId, double score) {}

  /// Whether the reply is one of the answers.
  public boolean accepted() {
    return answerId != null;
  }
}
