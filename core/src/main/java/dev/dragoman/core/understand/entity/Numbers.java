package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.NumberSpan.Kind;
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
    return find(new Letters(text), language);
  }

  static List<NumberSpan> find(Letters letters, Language language) {
    if (language.equals(Language.ZH)) {
      return HanNumbers.find(letters);
    }
    Grammar grammar = Grammar.of(language);
    List<Token> tokens = new Tokens(letters, grammar).scan();
    if (tokens.isEmpty()) {
      return List.of();
    }
    Quantities quantities = new Quantities(letters, tokens, grammar);
    List<NumberSpan> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Quantities.Quantity quantity = quantities.read(at);
      if (quantity == null || isPronoun(tokens, at, quantity)) {
        at = quantity == null ? at + 1 : quantity.end();
      } else {
        found.add(span(letters, tokens, at, quantity));
        at = quantity.end();
      }
    }
    return found;
  }

  /// A word with another everyday meaning, alone; or "one" after "that".
  private static boolean isPronoun(List<Token> tokens, int at, Quantities.Quantity quantity) {
    Token token = tokens.get(at);
    if (quantity.end() > at + 1 || token.lexeme().is(Role.LITERAL)) {
      return false;
    }
    boolean pointed =
        at > 0
            && token.gap() != Token.Gap.BREAK
            && tokens.get(at - 1).lexeme().is(Role.POINTING)
            && token.lexeme().is(Role.UNIT, 1);
    return token.lexeme().weak() || pointed;
  }

  private static NumberSpan span(
      Letters letters, List<Token> tokens, int at, Quantities.Quantity quantity) {
    Token first = tokens.get(at);
    int end = tokens.get(quantity.end() - 1).end();
    if (first.lexeme().is(Role.LITERAL)) {
      int ordinalEnd = OrdinalMarks.endAfter(letters, end);
      if (ordinalEnd > end && quantity.kind() == Kind.CARDINAL) {
        return new NumberSpan(first.start(), ordinalEnd, quantity.value(), Kind.ORDINAL);
      }
      int sign = Signs.before(letters, first.start());
      if (sign >= 0) {
        return new NumberSpan(sign, end, quantity.value().negate(), quantity.kind());
      }
    }
    BigDecimal value = quantity.value();
    return new NumberSpan(first.start(), end, value, quantity.kind());
  }
}
