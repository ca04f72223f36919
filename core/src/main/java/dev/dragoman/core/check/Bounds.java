package dev.dragoman.core.check;

import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueTest.Order;

/// What two numeric comparisons say about each other.
final class Bounds {
  private Bounds() {}

  /// Whether no number passes the first and has that result of the second.
  static boolean exclude(ValueTest.Compares first, ValueTest.Compares second, boolean holds) {
    ValueTest.Compares wanted = holds ? second : opposite(second);
    if (isUpper(first.order()) == isUpper(wanted.order())) {
      return false;
    }
    ValueTest.Compares upper = isUpper(first.order()) ? first : wanted;
    ValueTest.Compares lower = isUpper(first.order()) ? wanted : first;
    int compared = lower.bound().compareTo(upper.bound());
    boolean touching =
        upper.order() == Order.LESS_OR_EQUAL && lower.order() == Order.GREATER_OR_EQUAL;
    return touching ? compared > 0 : compared >= 0;
  }

  /// What a number passes exactly when it fails the given one.
  private static ValueTest.Compares opposite(ValueTest.Compares one) {
    Order order =
        switch (one.order()) {
          case LESS -> Order.GREATER_OR_EQUAL;
          case LESS_OR_EQUAL -> Order.GREATER;
          case GREATER -> Order.LESS_OR_EQUAL;
          case GREATER_OR_EQUAL -> Order.LESS;
        };
    return new ValueTest.Compares(order, one.bound());
  }

  /// Whether every number passes one of the two.
  static boolean cover(ValueTest.Compares one, ValueTest.Compares other) {
    return exclude(opposite(one), opposite(other), true);
  }

  private static boolean isUpper(Order order) {
    return order == Order.LESS || order == Order.LESS_OR_EQUAL;
  }
}
