package dev.dragoman.core.delivery;

/// What an attempt comes to.
public sealed interface Verdict {
  /// The receiver has it.
  record Delivered() implements Verdict {}

  /// It is tried again after so long.
  record Again(long waitNanos) implements Verdict {}

  /// It is given up; `code` says why in a word.
  record Dead(String code) implements Verdict {}

  /// The endpoint is called no more.
  record Gone() implements Verdict {}
}
