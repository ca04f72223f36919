package dev.dragoman.core.understand.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Meanings of patterns for a time on a day.
final class PointMeanings {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  private PointMeanings() {}

  /// A part of a day: of the day named, or so many days from today.
  static @Nullable Sense dayPart(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.Day day = day(bound, now);
    return day != null && Bound.get(bound, "part") instanceof Sense.Daytime(Part part)
        ? new Sense.DayPart(day, part)
        : null;
  }

  static @Nullable Sense lastNight(@Nullable LocalDateTime now) {
    return now == null
        ? null
        : new Sense.DayPart(Sense.Day.of(now.toLocalDate().minusDays(1)), Part.NIGHT);
  }

  /// A day (or a part of one) and a time, in any order.
  static @Nullable Sense join(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.DayPart within = Bound.get(bound, Sense.DayPart.class);
    Sense.Day day = within == null ? day(bound, now) : within.day();
    Sense.Clock said = Bound.get(bound, Sense.Clock.class);
    if (day == null || said == null) {
      return null;
    }
    Part part = within == null ? null : within.part();
    if (Bound.get(bound, "part") instanceof Sense.Daytime(Part named)) {
      part = named;
    }
    int hour = part == null ? said.hour() : part.hourOf(said.hour());
    Sense.Clock clock = new Sense.Clock(hour, said.minute(), said.second());
    LocalTime time = LocalTime.of(hour, Math.max(0, clock.minute()), Math.max(0, clock.second()));
    return new Sense.Point(
        day.timex() + ClockMeanings.timex(clock),
        day.past().atTime(time),
        day.future().atTime(time));
  }

  /// The last second of a day, of today when none is named.
  static @Nullable Sense endOf(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.Day day = day(bound, now);
    return day == null
        ? null
        : new Sense.Point(
            day.timex() + "T" + LAST, day.past().atTime(LAST), day.future().atTime(LAST));
  }

  static @Nullable Sense at(@Nullable LocalDateTime now, String timex) {
    return now == null ? null : new Sense.Point(timex, second(now), second(now));
  }

  /// A length of time with hours, minutes or seconds after the reference or before it.
  static @Nullable Sense shifted(@Nullable Bound bound, @Nullable LocalDateTime now, int sign) {
    Sense.Length length = Bound.get(bound, Sense.Length.class);
    if (length == null || now == null || !length.amounts().ofClock()) {
      return null;
    }
    LocalDateTime at = length.amounts().from(second(now), sign);
    return at == null ? null : new Sense.Point(value(at).replace(' ', 'T'), at, at);
  }

  private static Sense.@Nullable Day day(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.Day named = Bound.get(bound, Sense.Day.class);
    if (Bound.get(bound, "month") != null) {
      return DayMeanings.calendar(bound, now) instanceof Sense.Day day ? day : null;
    }
    if (named != null || now == null) {
      return named;
    }
    LocalDate today = now.toLocalDate();
    return Sense.Day.of(today.plusDays(Bound.whole(bound, "rel", 0)));
  }

  private static LocalDateTime second(LocalDateTime now) {
    return now.truncatedTo(ChronoUnit.SECONDS);
  }

  static String value(LocalDateTime at) {
    Sense.Clock clock = new Sense.Clock(at.getHour(), at.getMinute(), at.getSecond());
    return at.toLocalDate() + " " + ClockMeanings.value(clock);
  }
}
