package dev.dragoman.core.understand.intent;

/// Which rule settled a choice.
public enum ChoiceReason {
  /// The message repeats an example of the winner.
  EXACT,
  /// The winner's score reaches its threshold.
  CLASSIFIER,
  /// No score reaches its threshold.
  REJECTED_THRESHOLD,
  /// Too little of the message is known to choose at all.
  REJECTED_COVERAGE,
  /// There was no intent to choose from.
  NOTHING_ALLOWED
}
