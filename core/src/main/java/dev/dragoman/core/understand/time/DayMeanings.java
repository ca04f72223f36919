package dev.dragoman.core.understand.time;

import static dev.dragoman.core.understand.time.ClockMeanings.two;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Meanings of patterns for days.
final class DayMeanings {
  private static final Sense.Length ONE_DAY =
      new Sense.Length(Amounts.of(BigDecimal.ONE, Unit.DAY));
  private static final int MOST_TRIES = 12;

  private DayMeanings() {}

  /// Finds one month's day, if that month has it.
  @FunctionalInterface
  private interface InMonth {
    @Nullable LocalDate of(YearMonth month);
  }

  /// A day of the calendar, with or without its year, in digits or words.
  static @Nullable Sense calendar(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int whole = Bound.whole(bound, "numdate", -1);
    if (whole >= 0) {
      return date(whole / 10_000, whole / 100 % 100, whole % 100);
    }
    int pair = Bound.whole(bound, "slashpair", Bound.whole(bound, "dotpair", -1));
    int month = Bound.whole(bound, "month", Bound.whole(bound, "mm", pair / 100));
    int day = Bound.whole(bound, "day", pair % 100);
    int year = year(bound, now);
    if (year >= 0) {
      return date(year, month, day);
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return null;
    }
    if (day > YearMonth.of(2000, month).lengthOfMonth()) {
      return new Sense.Never();
    }
    String timex = "XXXX-" + two(month) + "-" + two(day);
    return yearly(timex, month, now, of -> of.isValidDay(day) ? of.atDay(day) : null);
  }

  private static int year(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int shift = Bound.whole(bound, "yearshift", Integer.MIN_VALUE);
    if (shift != Integer.MIN_VALUE && now != null) {
      return now.getYear() + shift;
    }
    int short2 = Bound.whole(bound, "year2", -1);
    int year = Bound.whole(bound, "year", short2);
    return year >= 0 && year < 100 ? DigitForms.year(year) : year;
  }

  private static @Nullable Sense date(int year, int month, int day) {
    boolean fits = year > 0 && year < 10_000 && month >= 1 && month <= 12;
    if (!fits || day < 1 || day > 31) {
      return null;
    }
    return YearMonth.of(year, month).isValidDay(day)
        ? Sense.Day.of(LocalDate.of(year, month, day))
        : new Sense.Never();
  }

  /// The last such day of the year before today, and the first from today on.
  private static @Nullable Sense yearly(
      String timex, int month, @Nullable LocalDateTime now, InMonth inMonth) {
    if (now == null) {
      return null;
    }
    YearMonth from = YearMonth.of(now.getYear(), month);
    return around(timex, now.toLocalDate(), inMonth, from, 12);
  }

  private static @Nullable Sense around(
      String timex, LocalDate today, InMonth inMonth, YearMonth from, int stepMonths) {
    LocalDate future = null;
    LocalDate past = null;
    for (int i = 0; i < MOST_TRIES && future == null; i++) {
      LocalDate date = inMonth.of(from.plusMonths((long) i * stepMonths));
      future = date == null || date.isBefore(today) ? null : date;
    }
    for (int i = 0; i < MOST_TRIES && past == null; i++) {
      LocalDate date = inMonth.of(from.minusMonths((long) i * stepMonths));
      past = date == null || !date.isBefore(today) ? null : date;
    }
    return future == null || past == null ? null : new Sense.Day(timex, past, future);
  }

  /// A day of this month: "the 15th".
  static @Nullable Sense dayOnly(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int day = Bound.whole(bound, "day", -1);
    if (now == null || day < 1 || day > 31) {
      return null;
    }
    LocalDate today = now.toLocalDate();
    InMonth inMonth = of -> of.isValidDay(day) ? of.atDay(day) : null;
    return around("XXXX-XX-" + two(day), today, inMonth, YearMonth.from(today), 1);
  }

  /// A day of this, the next or the last month.
  static @Nullable Sense dayOfMonth(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int day = Bound.whole(bound, "day", -1);
    if (now == null || day < 1) {
      return null;
    }
    YearMonth month = YearMonth.from(now).plusMonths(Bound.whole(bound, "shift", 0));
    return date(month.getYear(), month.getMonthValue(), day);
  }

  /// A day of the week, the nearest ones or that of a certain week.
  static @Nullable Sense weekday(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int weekday = Bound.whole(bound, "weekday", -1);
    if (now == null || weekday < 1) {
      return null;
    }
    LocalDate today = now.toLocalDate();
    LocalDate thisWeek = ofWeek(today, weekday);
    if (Bound.get(bound, "shift") != null) {
      return Sense.Day.of(thisWeek.plusWeeks(Bound.whole(bound, "shift", 0)));
    }
    LocalDate future = thisWeek.isBefore(today) ? thisWeek.plusWeeks(1) : thisWeek;
    LocalDate past = thisWeek.isBefore(today) ? thisWeek : thisWeek.minusWeeks(1);
    return new Sense.Day("XXXX-WXX-" + weekday, past, future);
  }

  private static LocalDate ofWeek(LocalDate today, int weekday) {
    return today.plusDays((long) weekday - today.getDayOfWeek().getValue());
  }

  /// A day of the week that is also a day of the month: of this month, the next or the last.
  /// Where none agrees somebody is mistaken, and no day is better than the wrong one.
  static @Nullable Sense weekdayDay(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int weekday = Bound.whole(bound, "weekday", -1);
    int day = Bound.whole(bound, "day", -1);
    if (now == null || weekday < 1 || day < 1) {
      return null;
    }
    YearMonth month = YearMonth.from(now);
    for (YearMonth tried : List.of(month, month.plusMonths(1), month.minusMonths(1))) {
      if (tried.isValidDay(day) && tried.atDay(day).getDayOfWeek().getValue() == weekday) {
        return Sense.Day.of(tried.atDay(day));
      }
    }
    return new Sense.Never();
  }

  /// The first, second … or last of a day of the week in a month.
  static @Nullable Sense nthWeekday(@Nullable Bound bound, @Nullable LocalDateTime now) {
    int place = Bound.whole(bound, "place", -1);
    int weekday = Bound.whole(bound, "weekday", -1);
    int month = Bound.whole(bound, "month", -1);
    int year = year(bound, now);
    if (weekday < 1 || place == 0 || place > 5 || now == null) {
      return null;
    }
    if (month > 0 && year < 0) {
      String timex = "XXXX-" + two(month) + "-WXX-" + weekday + "-#" + place;
      return yearly(timex, month, now, of -> nth(of, weekday, place));
    }
    YearMonth named = YearMonth.from(now).plusMonths(Bound.whole(bound, "shift", 0));
    YearMonth in = month > 0 ? YearMonth.of(year, month) : named;
    LocalDate date = nth(in, weekday, place);
    if (date == null) {
      return new Sense.Never();
    }
    boolean shifted = month < 0 && Bound.get(bound, "shift") != null;
    String timex = "XXXX-" + two(in.getMonthValue()) + "-WXX-" + weekday + "-#" + place;
    return new Sense.Day(shifted ? timex : date.toString(), date, date);
  }

  private static @Nullable LocalDate nth(YearMonth month, int weekday, int place) {
    LocalDate first = month.atDay(1);
    int ahead = Math.floorMod(weekday - first.getDayOfWeek().getValue(), 7);
    LocalDate date = first.plusDays(ahead + 7L * (place < 0 ? 4 : place - 1));
    if (place < 0 && !YearMonth.from(date).equals(month)) {
      return date.minusWeeks(1);
    }
    return YearMonth.from(date).equals(month) ? date : null;
  }

  /// So many of a day of the week from now: "two Mondays later".
  static @Nullable Sense weekdays(@Nullable Bound bound, @Nullable LocalDateTime now, int sign) {
    int weekday = Bound.whole(bound, "weekday", -1);
    int count = Bound.whole(bound, "n", 1);
    if (now == null || weekday < 1 || count < 1 || count > 10_000) {
      return null;
    }
    LocalDate today = now.toLocalDate();
    LocalDate near = ofWeek(today, weekday);
    boolean ahead = sign > 0 ? near.isAfter(today) : near.isBefore(today);
    return Sense.Day.of(near.plusWeeks(sign * (long) (ahead ? count - 1 : count)));
  }

  /// The day of a part of a day: of "tonight", today.
  static @Nullable Sense dayOfPart(@Nullable Bound bound, @Nullable LocalDateTime now) {
    Sense.DayPart part = Bound.get(bound, Sense.DayPart.class);
    return part == null ? null : part.day();
  }

  /// So many days from today: "tomorrow".
  static @Nullable Sense relative(@Nullable Bound bound, @Nullable LocalDateTime now) {
    return now == null
        ? null
        : Sense.Day.of(now.toLocalDate().plusDays(Bound.whole(bound, "rel", 0)));
  }

  /// A length of time in days or longer, after a day (today when none is named) or before it;
  /// one day when no length is said.
  static @Nullable Sense shifted(@Nullable Bound bound, @Nullable LocalDateTime now, int sign) {
    Sense.Length said = Bound.get(bound, Sense.Length.class);
    Sense.Length length = said == null ? ONE_DAY : said;
    Sense.Day base = Bound.get(bound, Sense.Day.class);
    if (length.amounts().ofClock() || (base == null && now == null)) {
      return null;
    }
    LocalDate from = base == null && now != null ? now.toLocalDate() : null;
    from = from == null && base != null ? base.future() : from;
    LocalDateTime at =
        from == null ? null : length.amounts().from(from.atTime(LocalTime.MIDNIGHT), sign);
    return at == null ? null : Sense.Day.of(at.toLocalDate());
  }
}
