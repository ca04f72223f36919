package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// What a stretch of tokens means.
sealed interface Sense {

  /// A number, or the value a word has in its category (month 5, weekday 1).
  ///
  /// @param value the number
  record Count(BigDecimal value) implements Sense {
    static Count of(long value) {
      return new Count(BigDecimal.valueOf(value));
    }

    int whole() {
      return value.intValue();
    }
  }

  /// A word for a unit of time.
  ///
  /// @param unit which
  record Measure(Unit unit) implements Sense {}

  /// A word for a part of the day.
  ///
  /// @param part which
  record Daytime(Part part) implements Sense {}

  /// A day, read backwards and forwards from the reference.
  ///
  /// @param timex TIMEX3 expression
  /// @param past the past reading
  /// @param future the future reading; the same when there is only one
  record Day(String timex, LocalDate past, LocalDate future) implements Sense {
    static Day of(LocalDate date) {
      return new Day(date.toString(), date, date);
    }
  }

  /// A part of a day: "tomorrow morning".
  ///
  /// @param day which day
  /// @param part which part of it
  record DayPart(Day day, Part part) implements Sense {}

  /// A point on the clock.
  ///
  /// @param hour 0..23
  /// @param minute 0..59, or -1 when not said
  /// @param second 0..59, or -1 when not said
  record Clock(int hour, int minute, int second) implements Sense {}

  /// A day and a point on the clock.
  ///
  /// @param timex TIMEX3 expression
  /// @param past the past reading
  /// @param future the future reading; the same when there is only one
  record Point(String timex, LocalDateTime past, LocalDateTime future) implements Sense {}

  /// A day no calendar has: the 30th of February. It is not reported, nor is any part of it.
  record Never() implements Sense {}

  /// A length of time.
  ///
  /// @param amounts how many of each unit
  record Length(Amounts amounts) implements Sense {}
}
