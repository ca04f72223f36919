package dev.dragoman.core.understand.entity;

import dev.dragoman.core.understand.entity.HanCardinals.Whole;
import dev.dragoman.core.understand.entity.NumberSpan.Kind;
import dev.dragoman.core.understand.entity.Quantities.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads any Chinese number from tokens: whole ones, decimals, fractions, dozens.
final class HanQuantities {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MAX_DECIMALS = 40;

  private final Letters letters;
  private final List<Token> tokens;
  private final HanCardinals cardinals;

  HanQuantities(Letters letters, List<Token> tokens) {
    this.letters = letters;
    this.tokens = tokens;
    this.cardinals = new HanCardinals(tokens);
  }

  /// The number that begins at a token, or null.
  @Nullable Quantity read(int start) {
    if (!cardinals.is(start, Role.NEGATIVE)) {
      return unsigned(start);
    }
    Quantity positive = cardinals.linked(start + 1) ? unsigned(start + 1) : null;
    return positive == null
        ? null
        : new Quantity(positive.value().negate(), positive.end(), positive.kind());
  }

  private @Nullable Quantity unsigned(int start) {
    if (cardinals.is(start, Role.PART)) {
      return half(start + 1);
    }
    int afterRow = afterRow(start);
    if (afterRow > start + 1) {
      boolean guess = cardinals.is(afterRow, Role.HUNDRED) || cardinals.is(afterRow, Role.SCALE);
      return guess && cardinals.linked(afterRow) ? null : row(start, afterRow);
    }
    Whole whole = cardinals.read(start);
    return whole == null ? null : counted(start, whole);
  }

  private Quantity counted(int start, Whole whole) {
    Quantity found = suffixed(start, whole);
    if (found == null) {
      found = decimals(whole);
    }
    if (found == null) {
      found = fraction(whole);
    }
    if (found == null) {
      found = mixed(whole);
    }
    if (found != null) {
      return found;
    }
    int end = whole.end();
    if (cardinals.is(end, Role.DOZEN) && cardinals.linked(end)) {
      BigDecimal value = whole.value().multiply(tokens.get(end).lexeme().value());
      return new Quantity(value, end + 1, Kind.CARDINAL);
    }
    boolean exact = whole.value().stripTrailingZeros().scale() <= 0;
    return new Quantity(whole.value(), end, exact ? Kind.CARDINAL : Kind.REAL);
  }

  /// 半百, 半打.
  private @Nullable Quantity half(int at) {
    boolean counts =
        cardinals.is(at, Role.HUNDRED)
            || cardinals.is(at, Role.SCALE)
            || cardinals.is(at, Role.DOZEN);
    if (!counts || tokens.get(at).gap() != Token.Gap.NOTHING) {
      return null;
    }
    BigDecimal value = tokens.get(at).lexeme().value().multiply(HALF);
    return new Quantity(value, at + 1, Kind.CARDINAL);
  }

  private int afterRow(int start) {
    int at = start;
    while (cardinals.is(at, Role.UNIT)
        && (at == start || tokens.get(at).gap() == Token.Gap.NOTHING)) {
      at++;
    }
    return at;
  }

  /// Digit after digit: 二零二六. Before a unit they are a guess, 二三十, and no number.
  private @Nullable Quantity row(int start, int end) {
    if (end - start > MAX_DECIMALS) {
      return null;
    }
    StringBuilder digits = new StringBuilder();
    for (int at = start; at < end; at++) {
      digits.append(tokens.get(at).lexeme().value());
    }
    Whole whole = new Whole(new BigDecimal(digits.toString()), end, BigDecimal.ZERO);
    Quantity decimals = decimals(whole);
    return decimals == null ? new Quantity(whole.value(), end, Kind.CARDINAL) : decimals;
  }

  private @Nullable Quantity suffixed(int start, Whole whole) {
    int end = whole.end();
    boolean literal = end == start + 1 && tokens.get(start).lexeme().is(Role.LITERAL);
    if (!literal || !cardinals.is(end, Role.SUFFIX) || !cardinals.linked(end)) {
      return null;
    }
    char unit = letters.text.charAt(tokens.get(end).start());
    if (unit != 'k' && unit != 'b' && unit >= 'a') {
      return null;
    }
    BigDecimal value = whole.value().multiply(tokens.get(end).lexeme().value());
    return new Quantity(value, end + 1, Kind.CARDINAL);
  }

  /// 二点五, 三点六亿; 两 is no decimal.
  private @Nullable Quantity decimals(Whole whole) {
    int at = whole.end();
    if (!cardinals.is(at, Role.POINT) || !cardinals.linked(at)) {
      return null;
    }
    StringBuilder digits = new StringBuilder("0.");
    at++;
    while (isDecimal(at) && digits.length() < MAX_DECIMALS) {
      digits.append(tokens.get(at).lexeme().value());
      at++;
    }
    if (digits.length() == 2) {
      return null;
    }
    BigDecimal value = whole.value().add(new BigDecimal(digits.toString()));
    while (cardinals.is(at, Role.SCALE)
        && cardinals.linked(at)
        && value.precision() < MAX_DECIMALS) {
      value = value.multiply(tokens.get(at).lexeme().value());
      at++;
    }
    return new Quantity(value, at, Kind.REAL);
  }

  private boolean isDecimal(int at) {
    if (!cardinals.is(at, Role.UNIT) || !cardinals.linked(at)) {
      return false;
    }
    char sign = letters.at(tokens.get(at).start());
    return sign != '两' && sign != '兩';
  }

  /// 五分之一: the lower half comes first.
  private @Nullable Quantity fraction(Whole lower) {
    int at = lower.end();
    if (!cardinals.is(at, Role.OVER) || !cardinals.linked(at) || !cardinals.linked(at + 1)) {
      return null;
    }
    Whole upper = cardinals.read(at + 1);
    if (upper == null || lower.value().signum() == 0) {
      return null;
    }
    BigDecimal value = upper.value().divide(lower.value(), Literals.PRECISION);
    return new Quantity(value, upper.end(), Kind.REAL);
  }

  /// 三又五分之一.
  private @Nullable Quantity mixed(Whole whole) {
    int at = whole.end();
    if (!cardinals.is(at, Role.AND) || !cardinals.linked(at) || !cardinals.linked(at + 1)) {
      return null;
    }
    Whole lower = cardinals.read(at + 1);
    Quantity part = lower == null ? null : fraction(lower);
    return part == null
        ? null
        : new Quantity(whole.value().add(part.value()), part.end(), Kind.REAL);
  }
}
