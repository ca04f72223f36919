package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads whole Chinese numbers: sections below ten thousand, each with its 万, 亿 or 兆. Digits may
/// stand for numerals, and the last unit may be left out ("四百五" is 450).
final class HanCardinals {
  private static final int LARGEST_UNIT = 10_000;

  /// A text of a million 万 must not make a number of a million digits.
  private static final BigDecimal LARGEST_SCALE = BigDecimal.valueOf(1_000_000_000_000_000_000L);

  /// A whole number.
  ///
  /// @param value what it counts
  /// @param end index after its last token
  /// @param scale the last 万, 亿 or 兆 in it, zero without
  record Whole(BigDecimal value, int end, BigDecimal scale) {}

  private record Section(BigDecimal value, int end) {}

  private final List<Token> tokens;

  HanCardinals(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// The longest whole number that begins at a token, or null.
  @Nullable Whole read(int start) {
    Whole number = null;
    int at = start;
    while (at < tokens.size()) {
      Section section = section(at, number);
      Whole more = section == null ? null : append(number, section);
      if (more == null) {
        break;
      }
      boolean closed = number != null && more.scale().compareTo(number.scale()) == 0;
      number = more;
      at = more.end();
      if (more.scale().signum() == 0 || closed || !linked(at)) {
        break;
      }
    }
    return number;
  }

  /// Adds a section; a larger 亿 counts all that stands below it.
  private @Nullable Whole append(@Nullable Whole before, Section section) {
    BigDecimal scale = BigDecimal.ZERO;
    BigDecimal factor = BigDecimal.ONE;
    int end = section.end();
    while (is(end, Role.SCALE) && linked(end) && factor.compareTo(LARGEST_SCALE) < 0) {
      BigDecimal value = tokens.get(end).lexeme().value();
      scale = scale.max(value);
      factor = factor.multiply(value);
      end++;
    }
    BigDecimal part = section.value().multiply(factor);
    if (before == null) {
      return new Whole(part, end, scale);
    }
    if (scale.signum() == 0) {
      return new Whole(before.value().add(part), end, before.scale());
    }
    if (scale.compareTo(before.scale()) < 0) {
      return new Whole(before.value().add(part), end, scale);
    }
    BigDecimal low = before.value().remainder(scale);
    if (low.signum() == 0) {
      return null;
    }
    BigDecimal gathered = low.add(section.value()).multiply(factor);
    return new Whole(before.value().subtract(low).add(gathered), end, scale);
  }

  private @Nullable Section section(int start, @Nullable Whole before) {
    BigDecimal sum = BigDecimal.ZERO;
    int lastUnit = LARGEST_UNIT;
    boolean zero = false;
    int at = start;
    while (at < tokens.size() && (at == start || linked(at))) {
      Lexeme lexeme = tokens.get(at).lexeme();
      if (isFillingZero(at, before != null || at > start)) {
        zero = true;
        at++;
      } else if (isCount(lexeme) && unitAt(at + 1) > 0 && unitAt(at + 1) < lastUnit) {
        lastUnit = unitAt(at + 1);
        sum = sum.add(lexeme.value().multiply(BigDecimal.valueOf(lastUnit)));
        zero = false;
        at += 2;
      } else if (isBareUnit(at, at == start && before == null, lastUnit)) {
        lastUnit = lexeme.value().intValue();
        sum = sum.add(lexeme.value());
        zero = false;
        at++;
      } else {
        BigDecimal last = last(at, lastUnit, zero, before);
        return last != null ? new Section(sum.add(last), at + 1) : ended(start, at, sum, zero);
      }
    }
    return ended(start, at, sum, zero);
  }

  private static @Nullable Section ended(int start, int at, BigDecimal sum, boolean zero) {
    int end = zero ? at - 1 : at;
    return end == start || sum.signum() == 0 ? null : new Section(sum, end);
  }

  /// The digit or literal that ends a section, with the unit it leaves unsaid; or null.
  private @Nullable BigDecimal last(int at, int lastUnit, boolean zero, @Nullable Whole before) {
    Lexeme lexeme = tokens.get(at).lexeme();
    if (!isCount(lexeme)) {
      return null;
    }
    boolean first = lastUnit == LARGEST_UNIT;
    BigDecimal value = lexeme.value();
    if (lexeme.is(Role.LITERAL)) {
      boolean fits = !lexeme.weak() && value.compareTo(BigDecimal.valueOf(lastUnit)) < 0;
      return fits || (first && before == null) ? value : null;
    }
    if (zero || lastUnit == 10 || (first && before == null)) {
      return value;
    }
    if (!first) {
      return value.multiply(BigDecimal.valueOf(lastUnit / 10));
    }
    boolean counts = is(at + 1, Role.SCALE) && linked(at + 1);
    return counts || before == null ? value : value.multiply(before.scale().scaleByPowerOfTen(-1));
  }

  private boolean isFillingZero(int at, boolean inside) {
    boolean more = is(at + 1, Role.UNIT) || is(at + 1, Role.LITERAL) || unitAt(at + 1) == 10;
    return inside && tokens.get(at).lexeme().is(Role.UNIT, 0) && more && linked(at + 1);
  }

  /// 十 without a count anywhere; 百 and 千 only where a digit follows: "百三".
  private boolean isBareUnit(int at, boolean first, int lastUnit) {
    Lexeme lexeme = tokens.get(at).lexeme();
    if (!lexeme.is(Role.HUNDRED)) {
      return false;
    }
    if (lexeme.is(Role.HUNDRED, 10)) {
      return lastUnit > 10;
    }
    return first && is(at + 1, Role.UNIT) && linked(at + 1);
  }

  private static boolean isCount(Lexeme lexeme) {
    return lexeme.is(Role.UNIT) || lexeme.is(Role.LITERAL);
  }

  private int unitAt(int at) {
    return is(at, Role.HUNDRED) && linked(at) ? tokens.get(at).lexeme().value().intValue() : 0;
  }

  boolean is(int at, Role role) {
    return at < tokens.size() && tokens.get(at).lexeme().is(role);
  }

  boolean linked(int at) {
    return at < tokens.size() && tokens.get(at).gap() != Token.Gap.BREAK;
  }
}
