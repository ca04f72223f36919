package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;

/// A number found in a text, written in digits, in words or in both. Immutable.
///
/// @param start offset of its first UTF-16 unit
/// @param end offset after its last UTF-16 unit
/// @param value what it counts; exact except for fractions without a finite decimal form, which
///     carry 34 digits
/// @param kind how it counts
public record NumberSpan(int start, int end, BigDecimal value, Kind kind) {
  /// How a number counts.
  public enum Kind {
    /// A whole number: "3", "twenty-one", "两百".
    CARDINAL,
    /// A place in an order, with its whole number as value: "3rd", "veintiuno.º", "第三".
    ORDINAL,
    /// Anything with a fraction or an exponent: "2.5", "one and a half", "1/3", "1e6".
    REAL
  }
}
