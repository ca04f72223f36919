package dev.dragoman.core.understand.time;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Meanings of patterns for times of the day.
final class ClockMeanings {
  private static final int DAY_MINUTES = 24 * 60;

  private ClockMeanings() {}

  /// An hour with or without minutes, seconds and a part of the day.
  static @Nullable Sense hour(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int hour = Bound.whole(bound, "hour", -1);
    int minute = Bound.whole(bound, "min", Bound.whole(bound, "min2", -1));
    minute = Bound.whole(bound, "fraction", minute);
    int second = Bound.whole(bound, "sec", -1);
    if (Bound.get(bound, "andhalf") != null) {
      minute = 30;
    }
    return clock(bound, hour, second >= 0 ? Math.max(0, minute) : minute, second);
  }

  /// An hour, where "one o'clock" would also say "a bit".
  static @Nullable Sense hourNotOne(@Nullable Bound bound, @Nullable LocalDateTime now) {
    return Bound.whole(bound, "hour", -1) == 1 ? null : hour(bound, now);
  }

  /// A time in digits: 7:30, 7:30:15, 730.
  static @Nullable Sense digits(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int full = Bound.whole(bound, "clocks", -1);
    if (full >= 0) {
      return clock(bound, full / 10_000, full / 100 % 100, full % 100);
    }
    int shorter = Bound.whole(bound, "clock", 100 * Bound.whole(bound, "hmm", -100)) / 100;
    return clock(bound, Math.floorDiv(shorter, 100), Math.floorMod(shorter, 100), -1);
  }

  /// A word that is a time itself, by its minutes since midnight: noon.
  static @Nullable Sense fixed(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int minutes = Bound.whole(bound, "noon", -1);
    int said = minutes % 60 == 0 ? -1 : minutes % 60;
    return minutes < 0 ? null : new Sense.Clock(minutes / 60, said, -1);
  }

  /// A time and the part of the day it lies in.
  static @Nullable Sense inPart(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.Clock clock = Bound.get(bound, Sense.Clock.class);
    return clock == null ? null : clock(bound, clock.hour(), clock.minute(), clock.second());
  }

  /// Minutes past an hour or before it.
  static @Nullable Sense minutes(@Nullable Bound bound, int sign) {
    Sense.Clock base = Bound.get(bound, Sense.Clock.class);
    int minutes = Bound.whole(bound, "min", Bound.whole(bound, "fraction", -1));
    if (base == null || minutes < 0 || base.second() >= 0) {
      return null;
    }
    int sum = 60 * base.hour() + Math.max(0, base.minute()) + sign * minutes;
    int day = Math.floorMod(sum, DAY_MINUTES);
    return clock(bound, day / 60, day % 60, -1);
  }

  private static @Nullable Sense clock(@Nullable Bound bound, int hour, int minute, int second) {
    int settled =
        Bound.get(bound, "part") instanceof Sense.Daytime(Part part) ? part.hourOf(hour) : hour;
    if (hour < 0 || settled > 24 || (settled == 24 && (minute > 0 || second > 0))) {
      return null;
    }
    return new Sense.Clock(settled % 24, minute, second);
  }

  static String timex(Sense.Clock clock) {
    StringBuilder timex = new StringBuilder("T").append(two(clock.hour()));
    if (clock.minute() >= 0) {
      timex.append(':').append(two(clock.minute()));
    }
    if (clock.second() >= 0) {
      timex.append(':').append(two(clock.second()));
    }
    return timex.toString();
  }

  static String value(Sense.Clock clock) {
    int minute = Math.max(0, clock.minute());
    return two(clock.hour()) + ":" + two(minute) + ":" + two(Math.max(0, clock.second()));
  }

  static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
