package dev.dragoman.core.understand.time;

/// The meanings a pattern may name.
final class Meanings {
  private Meanings() {}

  static Rule.Meaning named(String name) {
    return switch (name) {
      case "CALENDAR" -> DayMeanings::calendar;
      case "DAY_ONLY" -> DayMeanings::dayOnly;
      case "DAY_OF_MONTH" -> DayMeanings::dayOfMonth;
      case "WEEKDAY" -> DayMeanings::weekday;
      case "WEEKDAY_DAY" -> DayMeanings::weekdayDay;
      case "NTH_WEEKDAY" -> DayMeanings::nthWeekday;
      case "WEEKDAYS_LATER" -> (bound, now) -> DayMeanings.weekdays(bound, now, 1);
      case "WEEKDAYS_AGO" -> (bound, now) -> DayMeanings.weekdays(bound, now, -1);
      case "DAY_OF_PART" -> DayMeanings::dayOfPart;
      case "RELATIVE" -> DayMeanings::relative;
      case "DAYS_AFTER" -> (bound, now) -> DayMeanings.shifted(bound, now, 1);
      case "DAYS_BEFORE" -> (bound, now) -> DayMeanings.shifted(bound, now, -1);
      case "HOUR" -> ClockMeanings::hour;
      case "HOUR_NOT_ONE" -> ClockMeanings::hourNotOne;
      case "DIGITS" -> ClockMeanings::digits;
      case "FIXED" -> ClockMeanings::fixed;
      case "IN_PART" -> ClockMeanings::inPart;
      case "PAST" -> (bound, now) -> ClockMeanings.minutes(bound, 1);
      case "TO" -> (bound, now) -> ClockMeanings.minutes(bound, -1);
      case "DAY_PART" -> PointMeanings::dayPart;
      case "LAST_NIGHT" -> (bound, now) -> PointMeanings.lastNight(now);
      case "JOIN" -> PointMeanings::join;
      case "END_OF" -> PointMeanings::endOf;
      case "NOW" -> (bound, now) -> PointMeanings.at(now, "PRESENT_REF");
      case "SOON" -> (bound, now) -> PointMeanings.at(now, "FUTURE_REF");
      case "TIME_AFTER" -> (bound, now) -> PointMeanings.shifted(bound, now, 1);
      case "TIME_BEFORE" -> (bound, now) -> PointMeanings.shifted(bound, now, -1);
      case "PIECE" -> LengthMeanings::piece;
      case "HOUR_MINUTE" -> LengthMeanings::hourMinute;
      case "SUM" -> LengthMeanings::sum;
      case "SAME" -> (bound, now) -> bound == null ? Sense.Count.of(0) : bound.sense();
      default -> throw new IllegalArgumentException("no such meaning: " + name);
    };
  }
}
