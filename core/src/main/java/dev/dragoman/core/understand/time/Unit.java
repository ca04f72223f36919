package dev.dragoman.core.understand.time;

/// A unit of time: its TIMEX3 letter, its length by convention (a month has 30 days, a year 365),
/// and how many of that letter it holds.
enum Unit {
  YEAR('Y', 365 * 86_400L, 1),
  MONTH('M', 30 * 86_400L, 1),
  WEEK('W', 7 * 86_400L, 1),
  DAY('D', 86_400L, 1),
  BUSINESS_DAY('B', 86_400L, 1),
  HOUR('H', 3_600L, 1),
  MINUTE('m', 60L, 1),
  SECOND('S', 1L, 1),
  DECADE('Y', 365 * 86_400L, 10),
  CENTURY('Y', 365 * 86_400L, 100),
  FORTNIGHT('W', 7 * 86_400L, 2),
  QUARTER_HOUR('M', 60L, 15);

  private final char letter;
  private final long seconds;
  private final int times;

  Unit(char letter, long seconds, int times) {
    this.letter = letter;
    this.seconds = seconds;
    this.times = times;
  }

  /// The plain unit this one is a multiple of.
  Unit plain() {
    return switch (this) {
      case DECADE, CENTURY -> YEAR;
      case FORTNIGHT -> WEEK;
      case QUARTER_HOUR -> MINUTE;
      case YEAR, MONTH, WEEK, DAY, BUSINESS_DAY, HOUR, MINUTE, SECOND -> this;
    };
  }

  /// How many plain units it holds.
  int times() {
    return times;
  }

  /// Length of the plain unit in seconds.
  long seconds() {
    return seconds;
  }

  boolean ofClock() {
    return this == HOUR || this == MINUTE || this == SECOND;
  }

  String timex() {
    return switch (this) {
      case BUSINESS_DAY -> "BD";
      case MINUTE -> "M";
      case YEAR, MONTH, WEEK, DAY, HOUR, SECOND, DECADE, CENTURY, FORTNIGHT, QUARTER_HOUR ->
          String.valueOf(letter);
    };
  }
}
