package dev.dragoman.core.understand.entity;

import java.util.ArrayList;
import java.util.List;

/// Finds the number words and literals of a text. Words that say nothing of numbers leave no token
/// and so cost one look into a table.
final class Tokens {
  private static final int MAX_COMPOUND = 40;

  private final Letters letters;
  private final Grammar grammar;
  private final Literals literals;
  private final List<Token> found = new ArrayList<>();
  private int lastEnd = -1;

  Tokens(Letters letters, Grammar grammar) {
    this.letters = letters;
    this.grammar = grammar;
    this.literals = new Literals(letters, grammar.decimal(), grammar.group(), true);
  }

  List<Token> scan() {
    int at = 0;
    while (at < letters.length()) {
      if (literals.startsAt(at)) {
        at = literal(at);
      } else if (letters.isLetter(at)) {
        at = word(at);
      } else {
        at = sign(at);
      }
    }
    return found;
  }

  private int literal(int at) {
    Literals.Literal literal = literals.read(at);
    if (literal == null) {
      return literals.endOfDigits(at + 1);
    }
    add(new Lexeme(Role.LITERAL, literal.value(), !literal.whole()), at, literal.end(), false);
    return literal.end();
  }

  private int word(int at) {
    int end = at + 1;
    while (letters.isLetter(end)) {
      end++;
    }
    Lexeme lexeme = grammar.words().find(letters.folded, at, end);
    if (lexeme != null) {
      add(lexeme, at, end, false);
    } else if (grammar.has(Grammar.Habit.COMPOUNDS) && end - at > 6 && end - at < MAX_COMPOUND) {
      compound(at, end);
    }
    return end;
  }

  /// "veinticincoavos", "treintaicinco": known words written together, longest first.
  private void compound(int start, int end) {
    List<Token> parts = new ArrayList<>();
    if (!split(start, end, parts)) {
      return;
    }
    Role last = parts.getLast().lexeme().role();
    boolean joined = last == Role.ORDINAL || last == Role.PARTS || last == Role.PART;
    for (Token part : parts) {
      add(part.lexeme(), part.start(), part.end(), joined);
    }
  }

  /// Takes the longest known word, and a shorter one when the rest then makes no sense.
  private boolean split(int at, int wordEnd, List<Token> parts) {
    if (at == wordEnd) {
      return true;
    }
    for (int end = wordEnd; end > at; end--) {
      Lexeme lexeme = grammar.words().find(letters.folded, at, end);
      if (lexeme != null && (end - at > 2 || lexeme.is(Role.AND) || lexeme.is(Role.PARTS))) {
        parts.add(new Token(lexeme, at, end, Token.Gap.NOTHING, true));
        if (split(end, wordEnd, parts)) {
          return true;
        }
        parts.removeLast();
      }
    }
    return false;
  }

  /// ½, ⅙ and their like.
  private int sign(int at) {
    char unit = letters.text.charAt(at);
    if (unit == '½' || unit == '¼' || unit == '¾' || (unit >= '\u2150' && unit <= '\u215E')) {
      add(new Lexeme(Role.LITERAL, VulgarFractions.value(unit), true), at, at + 1, false);
    }
    return at + 1;
  }

  private void add(Lexeme lexeme, int start, int end, boolean joined) {
    found.add(new Token(lexeme, start, end, gap(start), joined));
    lastEnd = end;
  }

  private Token.Gap gap(int start) {
    if (lastEnd < 0) {
      return Token.Gap.BREAK;
    }
    if (lastEnd == start) {
      return Token.Gap.NOTHING;
    }
    int next = letters.skipSpaces(lastEnd);
    if (next == start) {
      return Token.Gap.SPACE;
    }
    boolean hyphen = letters.at(next) == '-' && letters.skipSpaces(next + 1) == start;
    return hyphen ? Token.Gap.HYPHEN : Token.Gap.BREAK;
  }
}
