package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many of each unit a length of time has. Immutable.
final class Amounts {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final EnumMap<Unit, BigDecimal> byUnit;

  private Amounts(EnumMap<Unit, BigDecimal> byUnit) {
    this.byUnit = byUnit;
  }

  static Amounts of(BigDecimal count, Unit unit) {
    EnumMap<Unit, BigDecimal> one = new EnumMap<>(Unit.class);
    one.put(unit.plain(), count.multiply(BigDecimal.valueOf(unit.times())));
    return new Amounts(one);
  }

  Amounts plus(Amounts other) {
    EnumMap<Unit, BigDecimal> sum = new EnumMap<>(byUnit);
    other.byUnit.forEach((unit, count) -> sum.merge(unit, count, BigDecimal::add));
    return new Amounts(sum);
  }

  /// Whether none of the units of the other is among these: nobody says "two days and three days".
  boolean apartFrom(Amounts other) {
    return other.byUnit.keySet().stream().noneMatch(byUnit::containsKey);
  }

  boolean ofClock() {
    return byUnit.keySet().stream().anyMatch(Unit::ofClock);
  }

  BigDecimal seconds() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Unit, BigDecimal> entry : byUnit.entrySet()) {
      sum = sum.add(entry.getValue().multiply(BigDecimal.valueOf(entry.getKey().seconds())));
    }
    return sum;
  }

  String timex() {
    StringBuilder timex = new StringBuilder("P");
    boolean clock = false;
    for (Map.Entry<Unit, BigDecimal> entry : byUnit.entrySet()) {
      if (entry.getKey().ofClock() && !clock) {
        clock = true;
        timex.append('T');
      }
      timex.append(plain(entry.getValue())).append(entry.getKey().timex());
    }
    return timex.toString();
  }

  static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  /// The moment this long after another (or before it, for a sign of -1); null out of the calendar.
  @Nullable LocalDateTime from(LocalDateTime moment, int sign) {
    LocalDateTime at = moment;
    try {
      for (Map.Entry<Unit, BigDecimal> entry : byUnit.entrySet()) {
        BigDecimal count = entry.getValue().multiply(BigDecimal.valueOf(sign));
        if (count.abs().compareTo(MOST) > 0) {
          return null;
        }
        at = move(at, entry.getKey(), count);
      }
    } catch (DateTimeException | ArithmeticException tooFar) {
      return null;
    }
    return at.getYear() < 1 || at.getYear() > 9999 ? null : at;
  }

  private static LocalDateTime move(LocalDateTime at, Unit unit, BigDecimal count) {
    long whole = count.longValue();
    boolean broken = count.stripTrailingZeros().scale() > 0;
    return switch (unit) {
      case YEAR, DECADE, CENTURY ->
          broken
              ? at.plusMonths(count.movePointRight(0).multiply(BigDecimal.valueOf(12)).longValue())
              : at.plusYears(whole);
      case MONTH -> broken ? seconds(at, unit, count) : at.plusMonths(whole);
      case BUSINESS_DAY -> business(at, whole);
      case WEEK, DAY, HOUR, MINUTE, SECOND, FORTNIGHT, QUARTER_HOUR -> seconds(at, unit, count);
    };
  }

  private static LocalDateTime seconds(LocalDateTime at, Unit unit, BigDecimal count) {
    return at.plusSeconds(count.multiply(BigDecimal.valueOf(unit.seconds())).longValue());
  }

  private static LocalDateTime business(LocalDateTime from, long days) {
    long weeks = days / 5;
    LocalDateTime at = from.plusWeeks(weeks);
    long step = Long.signum(days);
    for (long left = Math.abs(days % 5); left > 0; left--) {
      do {
        at = at.plusDays(step);
      } while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
    return at;
  }
}
