package dev.dragoman.core.understand.time;

/// What digits alone say, for languages without a grammar.
final class DigitsOnly {
  static final String SOURCE =
      """
      date CALENDAR = <numdate>
      time DIGITS = <clock>
      time DIGITS = <clocks>
      datetime JOIN = <date> ,|t? <time>
      """;

  private DigitsOnly() {}
}
