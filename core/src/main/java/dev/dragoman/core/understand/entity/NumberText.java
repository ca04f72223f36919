package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.math.MathContext;

/// Writes numbers for machines: a point before decimals, no groups, no idle zeros, whole numbers
/// in full and others to 15 digits.
final class NumberText {
  private static final MathContext DIGITS = new MathContext(15);
  private static final int MAX_PLAIN = 40;

  private NumberText() {}

  static String of(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() > 0 && plain.precision() > DIGITS.getPrecision()) {
      plain = plain.round(DIGITS).stripTrailingZeros();
    }
    boolean huge =
        plain.precision() - (long) plain.scale() > MAX_PLAIN || plain.scale() > MAX_PLAIN;
    return huge ? plain.toString() : plain.toPlainString();
  }
}
