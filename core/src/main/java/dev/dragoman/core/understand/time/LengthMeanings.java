package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Meanings of patterns for lengths of time.
final class LengthMeanings {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal CALENDAR_YEAR = new BigDecimal(1000);
  private static final BigDecimal MOST = new BigDecimal("1e12");

  private LengthMeanings() {}

  /// A count (one when not said) of a unit, perhaps with "and a half" before or behind the unit.
  static @Nullable Sense piece(@Nullable Bound bound, @Nullable LocalDateTime now) {
    BigDecimal count = Bound.count(bound, "q");
    if (Bound.get(bound, "andhalf") != null) {
      count = count.add(HALF);
    }
    if (!(Bound.get(bound, "unit") instanceof Sense.Measure(Unit unit))) {
      return null;
    }
    boolean year = unit == Unit.YEAR && count.compareTo(CALENDAR_YEAR) >= 0;
    boolean fits = !year && count.signum() > 0 && count.compareTo(MOST) < 0;
    return fits ? new Sense.Length(Amounts.of(count, unit)) : null;
  }

  /// Hours and minutes in one: 1h30.
  static @Nullable Sense hourMinute(@Nullable Bound bound, @Nullable LocalDateTime now) {
    BigDecimal minutes = Bound.count(bound, "min2");
    Amounts hours = Amounts.of(Bound.count(bound, "n"), Unit.HOUR);
    return new Sense.Length(hours.plus(Amounts.of(minutes, Unit.MINUTE)));
  }

  /// A piece and perhaps a rest of other units.
  static @Nullable Sense sum(@Nullable Bound bound, @Nullable LocalDateTime now) {
    if (!(Bound.get(bound, "piece") instanceof Sense.Length first)) {
      return null;
    }
    if (!(Bound.get(bound, "duration") instanceof Sense.Length rest)) {
      return first;
    }
    boolean apart = first.amounts().apartFrom(rest.amounts());
    return apart ? new Sense.Length(first.amounts().plus(rest.amounts())) : null;
  }
}
