package dev.dragoman.core.understand.entity;

import dev.dragoman.core.understand.entity.Cardinals.Cardinal;
import dev.dragoman.core.understand.entity.Grammar.Habit;
import dev.dragoman.core.understand.entity.NumberSpan.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads any number from tokens: whole ones, fractions, decimals in words, places in an order.
final class Quantities {
  private static final MathContext PRECISION = Literals.PRECISION;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// A number made of tokens.
  ///
  /// @param value what it counts
  /// @param end index after its last token
  /// @param kind how it counts
  record Quantity(BigDecimal value, int end, Kind kind) {}

  private final List<Token> tokens;
  private final Grammar grammar;
  private final Cardinals cardinals;

  Quantities(Letters letters, List<Token> tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.cardinals = new Cardinals(letters, tokens, grammar);
  }

  /// The number that begins at a token, or null.
  @Nullable Quantity read(int start) {
    if (!is(start, Role.NEGATIVE)) {
      return unsigned(start);
    }
    Quantity positive = near(start + 1) ? unsigned(start + 1) : null;
    return positive == null
        ? null
        : new Quantity(positive.value().negate(), positive.end(), positive.kind());
  }

  private @Nullable Quantity unsigned(int start) {
    Lexeme lexeme = tokens.get(start).lexeme();
    return switch (lexeme.role()) {
      case ARTICLE -> near(start + 1) ? afterArticle(start + 1) : null;
      case PART -> scaled(BigDecimal.ONE.divide(lexeme.value(), PRECISION), start + 1);
      case ORDINAL -> ordinal(BigDecimal.ZERO, start);
      case UNIT, TEEN, TENS, HUNDREDS, HUNDRED, SCALE, DOZEN, LITERAL -> {
        Cardinal cardinal = cardinals.read(start);
        yield cardinal == null ? null : counted(start, cardinal);
      }
      default -> null;
    };
  }

  /// "a fifth", "a quarter million", "a dozen".
  private @Nullable Quantity afterArticle(int at) {
    Quantity fraction = over(BigDecimal.ONE, at);
    if (fraction != null) {
      Quantity scaled = scaled(fraction.value(), fraction.end());
      return scaled == null ? fraction : scaled;
    }
    if (is(at, Role.HUNDRED) || is(at, Role.SCALE) || is(at, Role.DOZEN)) {
      return unsigned(at);
    }
    return null;
  }

  private Quantity counted(int start, Cardinal cardinal) {
    Quantity found = mixedInside(start, cardinal);
    if (found == null) {
      found = tensWithOrdinal(start, cardinal);
    }
    if (found == null) {
      found = fraction(start, cardinal);
    }
    if (found == null) {
      found = mixedAfter(cardinal);
    }
    if (found == null) {
      found = decimals(start, cardinal);
    }
    if (found == null) {
      found = quotient(cardinal);
    }
    if (found == null && is(cardinal.end(), Role.ORDINAL) && near(cardinal.end())) {
      found = ordinal(cardinal.value(), cardinal.end());
    }
    if (found != null) {
      return found;
    }
    boolean whole = cardinal.value().stripTrailingZeros().scale() <= 0;
    return new Quantity(cardinal.value(), cardinal.end(), whole ? Kind.CARDINAL : Kind.REAL);
  }

  /// "one hundred and three quarters": the joining word was taken for a part of the count.
  private @Nullable Quantity mixedInside(int start, Cardinal cardinal) {
    if (!grammar.has(Habit.AND_BEFORE_PART) || cardinal.and() <= start) {
      return null;
    }
    Quantity part = simple(cardinal.and() + 1);
    if (part == null || part.value().compareTo(BigDecimal.ONE) >= 0) {
      return null;
    }
    Cardinal whole = cardinals.read(start, cardinal.and());
    return whole == null || whole.end() != cardinal.and() ? null : mixed(whole, part);
  }

  /// "one hundred thirty-fifths", "twenty-first".
  private @Nullable Quantity tensWithOrdinal(int start, Cardinal cardinal) {
    int last = cardinal.end() - 1;
    if (!grammar.has(Habit.TENS_JOIN_ORDINAL) || !isTensThenOrdinal(last)) {
      return null;
    }
    if (last > start && tokens.get(last - 1).lexeme().is(Role.AND)) {
      return null;
    }
    Cardinal upper = last > start ? cardinals.read(start, last) : null;
    if (upper == null || upper.end() != last) {
      return is(last + 1, Role.ORDINAL) ? ordinal(cardinal.value(), last + 1) : null;
    }
    return over(upper.value(), last);
  }

  private boolean isTensThenOrdinal(int at) {
    if (!tokens.get(at).lexeme().is(Role.TENS) || !near(at + 1)) {
      return false;
    }
    boolean lower = is(at + 1, Role.ORDINAL) || is(at + 1, Role.PART);
    return lower && tokens.get(at + 1).lexeme().value().compareTo(TEN) < 0;
  }

  private @Nullable Quantity fraction(int start, Cardinal upper) {
    if (tokens.get(start).lexeme().is(Role.LITERAL)) {
      return null;
    }
    Quantity fraction = over(upper.value(), upper.end());
    if (fraction == null) {
      return null;
    }
    Quantity scaled = scaled(fraction.value(), fraction.end());
    return scaled == null ? fraction : scaled;
  }

  private @Nullable Quantity mixedAfter(Cardinal whole) {
    int and = whole.end();
    if (!(is(and, Role.AND) || is(and, Role.POINT)) || !near(and) || !near(and + 1)) {
      return null;
    }
    Quantity part = simple(and + 1);
    if (part == null && is(and + 1, Role.PART)) {
      BigDecimal lower = tokens.get(and + 1).lexeme().value();
      part = new Quantity(BigDecimal.ONE.divide(lower, PRECISION), and + 2, Kind.REAL);
    }
    return part == null || part.value().compareTo(BigDecimal.ONE) >= 0 ? null : mixed(whole, part);
  }

  /// A whole and a part of one. The part counts in the whole's own scale, "one million and a half",
  /// unless it brings its own.
  private Quantity mixed(Cardinal whole, Quantity part) {
    int end = part.end();
    if (is(end, Role.SCALE) && near(end)) {
      BigDecimal scale = tokens.get(end).lexeme().value();
      if (whole.scale().compareTo(scale) > 0) {
        BigDecimal value = whole.value().add(part.value().multiply(scale, PRECISION));
        return new Quantity(value, end + 1, Kind.REAL);
      }
      BigDecimal sum = whole.value().add(part.value());
      return new Quantity(sum.multiply(scale, PRECISION), end + 1, Kind.REAL);
    }
    BigDecimal value = whole.value().add(part.value().multiply(whole.scale(), PRECISION));
    return new Quantity(value, end, Kind.REAL);
  }

  /// A fraction on its own: "three quarters", "a fifth".
  private @Nullable Quantity simple(int at) {
    if (!near(at)) {
      return null;
    }
    if (is(at, Role.ARTICLE)) {
      return over(BigDecimal.ONE, at + 1);
    }
    Cardinal upper = cardinals.read(at);
    return upper == null ? null : over(upper.value(), upper.end());
  }

  /// A count and the lower half that follows it at a token.
  private @Nullable Quantity over(BigDecimal upper, int at) {
    if (!near(at)) {
      return null;
    }
    boolean plural = upper.compareTo(BigDecimal.ONE) == 0 || !grammar.has(Habit.PLURAL_PARTS);
    Lexeme lexeme = tokens.get(at).lexeme();
    if (isLower(lexeme, plural)) {
      return lexeme.value().compareTo(lexeme.is(Role.PART) ? TWO : THREE) < 0
          ? null
          : divided(upper, lexeme.value(), at + 1);
    }
    Cardinal lower = lexeme.is(Role.LITERAL) ? null : cardinals.read(at);
    if (lower == null || !near(lower.end())) {
      return null;
    }
    int end = lower.end();
    if (is(end, Role.AND) && near(end + 1) && grammar.has(Habit.AND_AFTER_HUNDREDS)) {
      end++;
    }
    Lexeme last = tokens.get(end).lexeme();
    if (last.is(Role.PARTS)) {
      return divided(upper, lower.value(), end + 1);
    }
    return isLower(last, plural)
        ? divided(upper, joined(lower.value(), last.value()), end + 1)
        : null;
  }

  private static boolean isLower(Lexeme lexeme, boolean singular) {
    return lexeme.is(Role.PART) || (singular && lexeme.is(Role.ORDINAL));
  }

  /// "twenty first" is 21, "two hundredth" 200.
  private static BigDecimal joined(BigDecimal count, BigDecimal ordinal) {
    return ordinal.compareTo(HUNDRED) < 0 ? count.add(ordinal) : count.multiply(ordinal);
  }

  private static @Nullable Quantity divided(BigDecimal upper, BigDecimal lower, int end) {
    return lower.signum() == 0
        ? null
        : new Quantity(upper.divide(lower, PRECISION), end, Kind.REAL);
  }

  /// "half a million", "two thirds of a million", "half a dozen".
  private @Nullable Quantity scaled(BigDecimal part, int after) {
    int at = after;
    if (is(at, Role.OF) && near(at)) {
      at++;
    }
    if (is(at, Role.ARTICLE) && near(at)) {
      at++;
    }
    boolean counts = is(at, Role.SCALE) || is(at, Role.DOZEN) || is(at, Role.HUNDRED);
    if (!counts || !near(at)) {
      return null;
    }
    BigDecimal value = part.multiply(tokens.get(at).lexeme().value(), PRECISION);
    return new Quantity(value, at + 1, Kind.REAL);
  }

  /// "two hundred point zero three".
  private @Nullable Quantity decimals(int start, Cardinal whole) {
    boolean words = !tokens.get(start).lexeme().is(Role.LITERAL);
    if (!words || !is(whole.end(), Role.POINT) || !near(whole.end())) {
      return null;
    }
    StringBuilder digits = new StringBuilder("0.");
    int at = whole.end() + 1;
    while (near(at) && digits.length() < 40) {
      Cardinal part = tokens.get(at).lexeme().is(Role.LITERAL) ? null : cardinals.read(at);
      if (part == null) {
        break;
      }
      digits.append(part.value().toPlainString());
      at = part.end();
    }
    if (digits.length() == 2) {
      return null;
    }
    return new Quantity(whole.value().add(new BigDecimal(digits.toString())), at, Kind.REAL);
  }

  /// "one over three".
  private @Nullable Quantity quotient(Cardinal upper) {
    int over = upper.end();
    if (!is(over, Role.OVER) || !near(over) || !near(over + 1)) {
      return null;
    }
    Cardinal lower = cardinals.read(over + 1);
    return lower == null ? null : divided(upper.value(), lower.value(), lower.end());
  }

  private Quantity ordinal(BigDecimal count, int start) {
    BigDecimal value = tokens.get(start).lexeme().value();
    if (count.signum() > 0) {
      value = joined(count, value);
    }
    int at = start + 1;
    while (is(at, Role.ORDINAL) && near(at) && isLess(at)) {
      value = value.add(tokens.get(at).lexeme().value());
      at++;
    }
    return new Quantity(value, at, Kind.ORDINAL);
  }

  private boolean isLess(int at) {
    BigDecimal before = tokens.get(at - 1).lexeme().value();
    return before.compareTo(TEN) >= 0 && before.compareTo(tokens.get(at).lexeme().value()) > 0;
  }

  private boolean is(int at, Role role) {
    return at < tokens.size() && tokens.get(at).lexeme().is(role);
  }

  private boolean near(int at) {
    return at < tokens.size() && tokens.get(at).gap() != Token.Gap.BREAK;
  }
}
