package dev.dragoman.core.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The grammar of a JSON number and the bounds put on it.
public final class NumberText {

  private NumberText() {}

  /// Why a text is not kept as a number.
  public enum Fault {
    /// It is kept.
    NONE,
    /// It does not follow the grammar of JSON.
    GRAMMAR,
    /// It is longer than [Value.Num#MAX_LENGTH].
    TOO_LONG,
    /// Its exponent is beyond ± [Value.Num#MAX_EXPONENT].
    EXPONENT
  }

  static Fault fault(String text) {
    if (text.length() > Value.Num.MAX_LENGTH) {
      return Fault.TOO_LONG;
    }
    int start = at(text, 0) == '-' ? 1 : 0;
    int whole = digits(text, start);
    if (whole == start || (at(text, start) == '0' && whole > start + 1)) {
      return Fault.GRAMMAR;
    }
    int end = whole;
    if (at(text, whole) == '.') {
      end = digits(text, whole + 1);
      if (end == whole + 1) {
        return Fault.GRAMMAR;
      }
    }
    return end == text.length() ? Fault.NONE : exponentFault(text, end);
  }

  private static Fault exponentFault(String text, int mark) {
    if (at(text, mark) != 'e' && at(text, mark) != 'E') {
      return Fault.GRAMMAR;
    }
    char sign = at(text, mark + 1);
    int start = sign == '+' || sign == '-' ? mark + 2 : mark + 1;
    int end = digits(text, start);
    if (end == start || end != text.length()) {
      return Fault.GRAMMAR;
    }
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    return end - start > 4 ? Fault.EXPONENT : Fault.NONE;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  /// The index after the run of digits that starts at `from`.
  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  static @Nullable Long wholeLong(String text) {
    if (text.length() <= 18 && digits(text, at(text, 0) == '-' ? 1 : 0) == text.length()) {
      return Long.valueOf(text);
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      // The only way BigDecimal offers to ask.
      return null;
    }
  }
}
