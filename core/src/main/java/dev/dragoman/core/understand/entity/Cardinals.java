package dev.dragoman.core.understand.entity;

import dev.dragoman.core.understand.entity.Grammar.Habit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads whole numbers from tokens: "two million three hundred and four", "4 thousand 3 hundred".
///
/// A number is a row of groups below a thousand, each with its scale, the scales falling. A group
/// that does not fit ends the number before it, so that "3 hundred and 2 hundred" are two.
final class Cardinals {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /// Nobody counts in more, and a text of a million scales must not make a number of a million
  /// digits.
  private static final BigDecimal LARGEST_SCALE = BigDecimal.valueOf(1_000_000_000_000_000_000L);

  /// A whole number, or a literal with decimals and a scale.
  ///
  /// @param value what it counts
  /// @param end index after its last token
  /// @param scale the scale its last group was counted in, one where there is none
  /// @param and index of the last joining word inside, or -1
  record Cardinal(BigDecimal value, int end, BigDecimal scale, int and) {}

  /// What a scale counts; `bare` when nothing does and the scale stands alone.
  private record Group(BigDecimal value, int end, int and, boolean bare) {
    Group(BigDecimal value, int end) {
      this(value, end, -1, false);
    }

    static Group bare(int at) {
      return new Group(BigDecimal.ONE, at, -1, true);
    }
  }

  private final Letters letters;
  private final List<Token> tokens;
  private final Grammar grammar;

  Cardinals(Letters letters, List<Token> tokens, Grammar grammar) {
    this.letters = letters;
    this.tokens = tokens;
    this.grammar = grammar;
  }

  /// The longest whole number that begins at a token, or null.
  @Nullable Cardinal read(int start) {
    return read(start, tokens.size());
  }

  /// The same without looking at the limit or beyond.
  @Nullable Cardinal read(int start, int limit) {
    Cardinal number = null;
    int at = start;
    while (at < limit) {
      boolean and = number != null && is(at, Role.AND, limit);
      Group group = group(and ? at + 1 : at, limit, number == null);
      if (group == null) {
        break;
      }
      Cardinal more = append(number, group, and ? at : -1, limit);
      if (more == null) {
        break;
      }
      number = more;
      at = number.end();
      if (number.scale().compareTo(THOUSAND) < 0) {
        break;
      }
    }
    return number;
  }

  private @Nullable Cardinal append(@Nullable Cardinal before, Group group, int and, int limit) {
    BigDecimal scale = BigDecimal.ONE;
    int end = group.end();
    boolean closed = false;
    while (!closed && end < limit && (linked(end) || (group.bare() && end == group.end()))) {
      Lexeme lexeme = tokens.get(end).lexeme();
      boolean scales = lexeme.is(Role.SCALE) || lexeme.is(Role.DOZEN);
      if (!scales || scale.compareTo(LARGEST_SCALE) >= 0) {
        break;
      }
      closed = lexeme.is(Role.DOZEN);
      scale = scale.multiply(lexeme.value());
      end++;
    }
    if (end < limit && end == group.end() && isSuffix(end)) {
      scale = tokens.get(end++).lexeme().value();
      closed = true;
    }
    BigDecimal reported = closed ? BigDecimal.ONE : scale;
    int lastAnd = Math.max(group.and(), Math.max(and, before == null ? -1 : before.and()));
    BigDecimal value = group.value().multiply(scale);
    if (before == null) {
      return new Cardinal(value, end, reported, lastAnd);
    }
    if (scale.compareTo(before.scale()) < 0) {
      return new Cardinal(before.value().add(value), end, reported, lastAnd);
    }
    BigDecimal below = before.value().remainder(scale);
    if (!grammar.has(Habit.LARGER_SCALE_GATHERS) || below.signum() == 0 || closed) {
      return null;
    }
    BigDecimal gathered = below.add(group.value()).multiply(scale);
    return new Cardinal(before.value().subtract(below).add(gathered), end, scale, lastAnd);
  }

  private @Nullable Group group(int at, int limit, boolean first) {
    if (at >= limit || (!first && !linked(at))) {
      return null;
    }
    Lexeme lexeme = tokens.get(at).lexeme();
    return switch (lexeme.role()) {
      case SCALE -> (first || lexeme.is(Role.SCALE, 1000)) ? Group.bare(at) : null;
      case DOZEN -> first ? Group.bare(at) : null;
      case HUNDREDS, HUNDRED -> withRest(lexeme.value(), at + 1, limit);
      case UNIT, TEEN, TENS -> countedHundred(belowHundred(at, limit), limit);
      case LITERAL -> literalGroup(lexeme, at, limit, first);
      default -> null;
    };
  }

  private @Nullable Group literalGroup(Lexeme lexeme, int at, int limit, boolean first) {
    boolean small = !lexeme.weak() && lexeme.value().compareTo(THOUSAND) < 0;
    if (!first && !small) {
      return null;
    }
    return countedHundred(new Group(lexeme.value(), at + 1), limit);
  }

  private Group countedHundred(Group count, int limit) {
    boolean one = grammar.has(Habit.VIGESIMAL) && count.value().compareTo(BigDecimal.ONE) == 0;
    if (one || !is(count.end(), Role.HUNDRED, limit) || isCents(count.end())) {
      return count;
    }
    return withRest(count.value().multiply(HUNDRED), count.end() + 1, limit);
  }

  /// "50 cents" is money; in words, "deux cents", it is a number.
  private boolean isCents(int at) {
    return tokens.get(at).lexeme().weak() && tokens.get(at - 1).lexeme().is(Role.LITERAL);
  }

  /// What stands below the hundreds; it must not itself count a hundred.
  private Group withRest(BigDecimal hundreds, int end, int limit) {
    boolean and = is(end, Role.AND, limit) && grammar.has(Habit.AND_AFTER_HUNDREDS);
    int at = and ? end + 1 : end;
    if (at >= limit || !linked(at)) {
      return new Group(hundreds, end);
    }
    Group rest = restOf(at, limit);
    if (rest == null || is(rest.end(), Role.HUNDRED, limit)) {
      return new Group(hundreds, end);
    }
    return new Group(hundreds.add(rest.value()), rest.end(), and ? end : rest.and(), false);
  }

  private @Nullable Group restOf(int at, int limit) {
    Lexeme lexeme = tokens.get(at).lexeme();
    return switch (lexeme.role()) {
      case UNIT, TEEN, TENS -> lexeme.value().signum() == 0 ? null : belowHundred(at, limit);
      case LITERAL ->
          lexeme.weak() || lexeme.value().compareTo(HUNDRED) >= 0
              ? null
              : new Group(lexeme.value(), at + 1);
      default -> null;
    };
  }

  private Group belowHundred(int at, int limit) {
    Lexeme lexeme = tokens.get(at).lexeme();
    boolean vigesimal = grammar.has(Habit.VIGESIMAL);
    if (vigesimal && lexeme.is(Role.UNIT, 4) && is(at + 1, Role.TENS, 20, limit)) {
      return withUnits(BigDecimal.valueOf(80), at + 2, true, limit);
    }
    if (lexeme.is(Role.TENS)) {
      return withUnits(lexeme.value(), at + 1, vigesimal && lexeme.is(Role.TENS, 60), limit);
    }
    if (vigesimal && lexeme.is(Role.TEEN, 10)) {
      return withUnits(lexeme.value(), at + 1, false, limit);
    }
    return new Group(lexeme.value(), at + 1);
  }

  private Group withUnits(BigDecimal tens, int end, boolean teens, int limit) {
    boolean and = is(end, Role.AND, limit) && grammar.has(Habit.AND_AFTER_TENS);
    int at = and ? end + 1 : end;
    boolean teen = teens && is(at, Role.TEEN, limit);
    if (!teen && !(is(at, Role.UNIT, limit) && tokens.get(at).lexeme().value().signum() > 0)) {
      return new Group(tens, end);
    }
    Group units =
        teen ? belowHundred(at, limit) : new Group(tokens.get(at).lexeme().value(), at + 1);
    return new Group(tens.add(units.value()), units.end(), and ? end : -1, false);
  }

  /// "10k", "2.5 M": after digits only, and in the case that makes it no unit of measure.
  private boolean isSuffix(int at) {
    if (!is(at, Role.SUFFIX, tokens.size()) || !tokens.get(at - 1).lexeme().is(Role.LITERAL)) {
      return false;
    }
    Token token = tokens.get(at);
    if (token.gap() == Token.Gap.HYPHEN) {
      return false;
    }
    char unit = letters.text.charAt(token.start());
    return token.end() - token.start() > 1 || unit == 'k' || unit == 'b' || unit < 'a';
  }

  private boolean is(int at, Role role, int limit) {
    return at < limit && tokens.get(at).lexeme().is(role) && linked(at);
  }

  private boolean is(int at, Role role, int value, int limit) {
    return at < limit && tokens.get(at).lexeme().is(role, value) && linked(at);
  }

  /// Whether a token continues the one before; a long word that ends as a fraction begins anew.
  private boolean linked(int at) {
    Token token = tokens.get(at);
    return token.gap() != Token.Gap.BREAK && (!token.joined() || token.gap() == Token.Gap.NOTHING);
  }
}
