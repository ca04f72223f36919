package dev.dragoman.core.understand.entity;

import dev.dragoman.core.understand.entity.words.ChineseWords;
import java.util.ArrayList;
import java.util.List;

/// Finds the numerals and literals of a Chinese text, one token a character.
final class HanTokens {
  private static final WordTable<Lexeme> WORDS = Lexicon.of(ChineseWords.NUMBERS);
  private static final Lexeme PARTS_OF = new Lexeme(Role.OVER, java.math.BigDecimal.ZERO, true);
  private static final String VAGUE = "余餘多几幾";

  private final Letters letters;
  private final Literals literals;
  private final List<Token> found = new ArrayList<>();

  HanTokens(Letters letters) {
    this.letters = letters;
    this.literals = new Literals(letters, '.', ',', false);
  }

  List<Token> scan() {
    int at = 0;
    while (at < letters.length()) {
      at = literals.startsAt(at) ? literal(at) : sign(at);
    }
    return found;
  }

  private int literal(int at) {
    Literals.Literal literal = literals.read(at);
    if (literal == null) {
      return literals.endOfDigits(at + 1);
    }
    add(new Lexeme(Role.LITERAL, literal.value(), !literal.whole()), at, literal.end());
    return literal.end();
  }

  private int sign(int at) {
    char unit = letters.at(at);
    if (unit == '分') {
      int next = letters.skipSpaces(at + 1);
      if (letters.at(next) == '之') {
        add(PARTS_OF, at, next + 1);
        return next + 1;
      }
      return at + 1;
    }
    if (unit < '\u3000') {
      return letter(at);
    }
    Lexeme lexeme = WORDS.find(letters.folded, at, at + 1);
    if (lexeme != null) {
      add(lexeme, at, at + 1);
    }
    return at + 1;
  }

  private int letter(int start) {
    int end = start;
    while (letters.isLetter(end)) {
      end++;
    }
    Lexeme lexeme = end == start + 1 ? WORDS.find(letters.folded, start, end) : null;
    if (lexeme != null) {
      add(lexeme, start, end);
    }
    return Math.max(end, start + 1);
  }

  private void add(Lexeme lexeme, int start, int end) {
    found.add(new Token(lexeme, start, end, gap(lexeme, start), false));
  }

  private Token.Gap gap(Lexeme lexeme, int start) {
    int last = found.isEmpty() ? -1 : found.getLast().end();
    if (last == start) {
      return Token.Gap.NOTHING;
    }
    if (last < 0) {
      return Token.Gap.BREAK;
    }
    int next = letters.skipSpaces(last);
    if (next == start - 1 && lexeme.is(Role.SCALE) && VAGUE.indexOf(letters.at(next)) >= 0) {
      return Token.Gap.NOTHING;
    }
    return next == start ? Token.Gap.SPACE : Token.Gap.BREAK;
  }
}
