package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;

/// The fractions that are one character: ½, ⅙.
final class VulgarFractions {
  /// Upper and lower half of the characters from U+2150 to U+215E.
  private static final int[][] HALVES = {
    {1, 7}, {1, 9}, {1, 10}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8},
    {3, 8}, {5, 8}, {7, 8}
  };

  private VulgarFractions() {}

  static BigDecimal value(char unit) {
    int[] halves =
        switch (unit) {
          case '½' -> new int[] {1, 2};
          case '¼' -> new int[] {1, 4};
          case '¾' -> new int[] {3, 4};
          default -> HALVES[unit - '\u2150'];
        };
    return BigDecimal.valueOf(halves[0]).divide(BigDecimal.valueOf(halves[1]), Literals.PRECISION);
  }
}
