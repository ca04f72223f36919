package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/// Reads numbers written in digits: groups, decimals, powers, fractions, in the marks of a language
/// and, where the shape leaves no doubt, in those of others.
final class Literals {
  static final MathContext PRECISION = MathContext.DECIMAL128;

  /// Longer runs of digits are identifiers and nobody's quantity.
  private static final int MAX_DIGITS = 60;

  private static final int MAX_EXPONENT = 300;

  /// A number read from digits and where it ends.
  record Literal(BigDecimal value, int start, int end, boolean whole) {}

  private final Letters letters;
  private final char decimal;
  private final char group;
  private final boolean spacesGroup;

  Literals(Letters letters, char decimal, char group, boolean spacesGroup) {
    this.letters = letters;
    this.decimal = decimal;
    this.group = group;
    this.spacesGroup = spacesGroup;
  }

  /// Whether a literal may begin here: a digit, or a decimal mark before one.
  boolean startsAt(int at) {
    if (letters.isDigit(at)) {
      return true;
    }
    char before = letters.at(at - 1);
    return letters.at(at) == decimal
        && letters.isDigit(at + 1)
        && !letters.isDigit(at - 1)
        && !letters.isLetter(at - 1)
        && before != decimal
        && before != ')';
  }

  /// The literal that begins here, or null when the digits are too many to be a number.
  @Nullable Literal read(int start) {
    Literal plain = readDecimal(start);
    if (plain == null) {
      return null;
    }
    Literal power = readPower(plain);
    if (power.end() > plain.end()) {
      return power;
    }
    return plain.whole() ? readFraction(plain) : plain;
  }

  /// The end of the run of digits that begins here.
  int endOfDigits(int at) {
    int end = at;
    while (letters.isDigit(end)) {
      end++;
    }
    return end;
  }

  private @Nullable Literal readDecimal(int start) {
    int first = endOfDigits(start);
    if (first == start) {
      int end = endOfDigits(start + 1);
      return literal(start, end, "", "0." + slice(start + 1, end), false);
    }
    int grouped = endOfGroups(start, first);
    char groupMark = grouped > first ? letters.at(first) : 0;
    String whole = digits(start, grouped);
    char mark = letters.at(grouped);
    if (isDecimalMark(mark, groupMark, start, grouped)) {
      int end = endOfDigits(grouped + 1);
      return literal(start, end, whole, "." + slice(grouped + 1, end), false);
    }
    return literal(start, grouped, whole, "", true);
  }

  private @Nullable Literal literal(
      int start, int end, String whole, String rest, boolean integer) {
    if (end - start > MAX_DIGITS) {
      return null;
    }
    return new Literal(new BigDecimal(whole + rest), start, end, integer);
  }

  private boolean isDecimalMark(char mark, char groupMark, int start, int at) {
    if (!letters.isDigit(at + 1) || (mark != '.' && mark != ',') || mark == groupMark) {
      return false;
    }
    int end = endOfDigits(at + 1);
    boolean again = letters.at(end) == mark && letters.isDigit(end + 1);
    boolean inside = letters.at(start - 1) == mark && letters.isDigit(start - 2);
    if (again || inside) {
      return false;
    }
    return mark == decimal || groupMark != 0 || mark == '.';
  }

  /// Where the groups of three after the first digits end; the end of those when there are none.
  private int endOfGroups(int start, int first) {
    char mark = letters.at(first);
    if (first - start > 3 || letters.at(start) == '0' || !mayGroup(mark)) {
      return first;
    }
    int end = first;
    int groups = 0;
    while (end - start <= MAX_DIGITS
        && letters.at(end) == mark
        && endOfDigits(end + 1) == end + 4) {
      end += 4;
      groups++;
    }
    if (groups == 0) {
      return mark == ',' ? endOfIndianGroups(first) : first;
    }
    boolean decimalShape = mark == decimal && !(groups > 1 || hasOtherMark(end, mark));
    return decimalShape ? first : end;
  }

  private boolean hasOtherMark(int at, char mark) {
    char other = letters.at(at);
    return other != mark && (other == '.' || other == ',') && letters.isDigit(at + 1);
  }

  private boolean mayGroup(char mark) {
    return mark == group || mark == decimal || mark == '\'' || (mark == ' ' && spacesGroup);
  }

  /// "12,34,567": pairs, and three at the end.
  private int endOfIndianGroups(int first) {
    int end = first;
    while (end - first <= MAX_DIGITS && letters.at(end) == ',' && endOfDigits(end + 1) == end + 3) {
      end += 3;
    }
    boolean closes = end > first && letters.at(end) == ',' && endOfDigits(end + 1) == end + 4;
    boolean clear = letters.at(first) == group || letters.at(end + 4) == '.';
    return closes && clear ? end + 4 : first;
  }

  private String digits(int start, int end) {
    StringBuilder digits = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (letters.isDigit(i)) {
        digits.append(letters.at(i));
      }
    }
    return digits.toString();
  }

  private String slice(int start, int end) {
    return new String(letters.folded, start, Math.min(end - start, MAX_DIGITS));
  }

  private Literal readPower(Literal base) {
    boolean caret = letters.at(base.end()) == '^';
    if (!caret && letters.at(base.end()) != 'e') {
      return base;
    }
    int at = base.end() + 1;
    boolean negative = false;
    while (letters.at(at) == '-' || letters.at(at) == '+') {
      negative ^= letters.at(at) == '-';
      at++;
    }
    int end = endOfDigits(at);
    if (end == at || end - at > 3 || at - base.end() > 3 || letters.isLetter(end)) {
      return base;
    }
    int exponent = Integer.parseInt(slice(at, end)) * (negative ? -1 : 1);
    if (Math.abs(exponent) > MAX_EXPONENT || (caret && base.value().signum() == 0)) {
      return base;
    }
    BigDecimal value =
        caret ? base.value().pow(exponent, PRECISION) : base.value().scaleByPowerOfTen(exponent);
    return new Literal(value, base.start(), end, false);
  }

  /// "4/5", "1 4/5"; a chain such as 5/17/2018 is none.
  private Literal readFraction(Literal first) {
    if (letters.at(first.start() - 1) == '/' || chained(first.start())) {
      return first;
    }
    if (letters.at(first.end()) == '/') {
      return quotient(first, BigDecimal.ZERO, first);
    }
    int next = letters.skipSpaces(first.end());
    if (next == first.end() || !letters.isDigit(next)) {
      return first;
    }
    int end = endOfDigits(next);
    if (letters.at(end) != '/' || end - next > 4) {
      return first;
    }
    Literal upper = new Literal(new BigDecimal(slice(next, end)), next, end, true);
    return quotient(upper, first.value(), first);
  }

  private boolean chained(int start) {
    return letters.at(start - 1) == '-' && letters.isDigit(start - 2);
  }

  private Literal quotient(Literal upper, BigDecimal whole, Literal otherwise) {
    int start = upper.end() + 1;
    int end = endOfDigits(start);
    char after = letters.at(end);
    boolean longer = (after == '/' || after == '-') && letters.isDigit(end + 1);
    if (end == start || end - start > 9 || longer || letters.isLetter(end)) {
      return otherwise;
    }
    BigDecimal lower = new BigDecimal(slice(start, end));
    if (lower.signum() == 0) {
      return otherwise;
    }
    BigDecimal value = whole.add(upper.value().divide(lower, PRECISION));
    return new Literal(value, otherwise.start(), end, false);
  }
}
