package dev.dragoman.core.understand.time;

/// A part of the day, which settles whether an hour up to twelve is before noon or after.
enum Part {
  AM,
  PM,
  NIGHT,
  LUNCH,
  MIDNIGHT,
  SMALL_HOURS;

  /// The hour of 24 that is meant by an hour said in this part of the day.
  int hourOf(int hour) {
    boolean first = hour < 12;
    return switch (this) {
      case AM, MIDNIGHT -> hour == 12 ? 0 : hour;
      case PM -> first ? hour + 12 : hour;
      case NIGHT -> hour == 12 ? 0 : first ? hour + 12 : hour;
      case SMALL_HOURS -> hour == 12 ? 0 : hour > 5 && first ? hour + 12 : hour;
      case LUNCH -> hour < 9 ? hour + 12 : hour;
    };
  }
}
