package dev.dragoman.core.understand.entity;

import dev.dragoman.core.understand.entity.NumberSpan.Kind;
import dev.dragoman.core.understand.entity.Quantities.Quantity;
import dev.dragoman.core.understand.entity.words.ChineseWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the numbers of a Chinese text.
final class HanNumbers {
  private static final WordTable<String> NOT_NUMBERS =
      new WordTable<>(
          Arrays.stream(ChineseWords.NOT_NUMBERS.strip().split("\\s+", -1))
              .distinct()
              .collect(Collectors.toMap(word -> word, word -> word)));

  private HanNumbers() {}

  static List<NumberSpan> find(Letters letters) {
    List<Token> tokens = new HanTokens(letters).scan();
    if (tokens.isEmpty()) {
      return List.of();
    }
    HanQuantities quantities = new HanQuantities(letters, tokens);
    List<NumberSpan> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Quantity quantity = quantities.read(at);
      if (quantity == null) {
        at = afterGuess(tokens, at);
      } else {
        NumberSpan span = span(letters, tokens, at, quantity);
        if (!isWord(letters, tokens, at, span)) {
          found.add(span);
        }
        at = quantity.end();
      }
    }
    return found;
  }

  /// Past a guess such as 二三十 as a whole, so that no part of it counts.
  private static int afterGuess(List<Token> tokens, int start) {
    int at = start + 1;
    boolean digit = tokens.get(start).lexeme().is(Role.UNIT);
    while (digit && at < tokens.size() && tokens.get(at).gap() == Token.Gap.NOTHING) {
      Lexeme lexeme = tokens.get(at).lexeme();
      if (!lexeme.is(Role.UNIT) && !lexeme.is(Role.HUNDRED) && !lexeme.is(Role.SCALE)) {
        break;
      }
      at++;
    }
    return at;
  }

  private static NumberSpan span(Letters letters, List<Token> tokens, int at, Quantity quantity) {
    int start = tokens.get(at).start();
    int end = tokens.get(quantity.end() - 1).end();
    if (letters.at(start - 1) == '第') {
      return new NumberSpan(start - 1, end, quantity.value(), Kind.ORDINAL);
    }
    int sign = tokens.get(at).lexeme().is(Role.LITERAL) ? Signs.before(letters, start) : -1;
    return sign < 0
        ? new NumberSpan(start, end, quantity.value(), quantity.kind())
        : new NumberSpan(sign, end, quantity.value().negate(), quantity.kind());
  }

  /// A numeral that is part of a word, or a verb or name when it stands alone.
  private static boolean isWord(Letters letters, List<Token> tokens, int at, NumberSpan span) {
    if (span.end() != span.start() + 1 || tokens.get(at).lexeme().is(Role.LITERAL)) {
      return false;
    }
    boolean part = at > 0 && tokens.get(at - 1).lexeme().is(Role.OVER);
    if (tokens.get(at).lexeme().weak()) {
      return !part || tokens.get(at).gap() == Token.Gap.BREAK;
    }
    for (int start = Math.max(0, span.start() - 3); start <= span.start(); start++) {
      for (int end = span.end(); end <= Math.min(letters.length(), start + 4); end++) {
        if (NOT_NUMBERS.find(letters.folded, start, end) != null) {
          return true;
        }
      }
    }
    return false;
  }
}
