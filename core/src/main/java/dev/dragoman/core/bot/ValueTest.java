package dev.dragoman.core.bot;

import java.math.BigDecimal;
import java.util.List;

/// A test of one value. Text compares without regard to case and accents; a value that is not a
/// number (or a date) fails every numeric (or date) comparison.
public sealed interface ValueTest {
  /// Present and not the empty text.
  record IsSet() implements ValueTest {}

  /// Absent or the empty text.
  record IsNotSet() implements ValueTest {}

  /// A number, written as one or in the locale's way.
  record IsNumber() implements ValueTest {}

  /// The same text, number or truth value.
  record Equals(String expected) implements ValueTest {}

  /// Holds one of the texts; of a list: has one of them as an item.
  record Contains(List<String> anyOf) implements ValueTest {
    /// Copies the list.
    public Contains {
      anyOf = List.copyOf(anyOf);
    }
  }

  /// Equals one of the texts.
  record OneOf(List<String> texts) implements ValueTest {
    /// Copies the list.
    public OneOf {
      texts = List.copyOf(texts);
    }
  }

  /// The pattern is found somewhere in the value.
  record Matches(String pattern) implements ValueTest {}

  /// The message is understood as this intent.
  record IsIntent(String intentId) implements ValueTest {}

  /// A numeric comparison with `bound` on the right-hand side.
  record Compares(Order order, BigDecimal bound) implements ValueTest {}

  /// A comparison of an ISO date (`2026-11-20`) with `bound`, itself an ISO date or `today`.
  record ComparesDate(Order order, String bound) implements ValueTest {}

  /// The comparisons of ordered things.
  enum Order {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /// Whether this order allows the result of a `compareTo`.
    public boolean allows(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case LESS_OR_EQUAL -> comparison <= 0;
        case GREATER -> comparison > 0;
        case GREATER_OR_EQUAL -> comparison >= 0;
      };
    }
  }
}
