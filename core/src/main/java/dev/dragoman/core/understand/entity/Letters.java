package dev.dragoman.core.understand.entity;

import java.text.Normalizer;

/// A text folded for matching, unit for unit, so that offsets stay those of the original: lower
/// case, no accents, full-width forms as their narrow ones, every dash `-`, every space ` `.
final class Letters {
  private static final char[] FOLDED = table();

  final String text;
  final char[] folded;

  Letters(String text) {
    this.text = text;
    this.folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
  }

  static char fold(char unit) {
    if (unit < FOLDED.length) {
      return FOLDED[unit];
    }
    if (unit >= 0xFF01 && unit <= 0xFF5E) {
      return unit == 0xFF0C ? unit : FOLDED[unit - 0xFEE0];
    }
    return switch (unit) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u3000' -> ' ';
      case '\u2019' -> '\'';
      default -> (unit >= '\u2000' && unit <= '\u200A') || unit == '\u202F' ? ' ' : unit;
    };
  }

  int length() {
    return folded.length;
  }

  /// The folded unit at an offset; a line feed outside the text.
  char at(int offset) {
    return offset < 0 || offset >= folded.length ? '\n' : folded[offset];
  }

  boolean isDigit(int offset) {
    char unit = at(offset);
    return unit >= '0' && unit <= '9';
  }

  /// Whether a letter of an alphabet stands here; Han characters are not, they need no spaces.
  boolean isLetter(int offset) {
    return isLetter(at(offset));
  }

  static boolean isLetter(char unit) {
    if (unit < 128) {
      return unit >= 'a' && unit <= 'z';
    }
    return Character.isLetter(unit) && !isHan(unit);
  }

  static boolean isHan(char unit) {
    return (unit >= '\u3400' && unit <= '\u9FFF') || unit == '\u3007';
  }

  /// The first offset from here on that holds no space.
  int skipSpaces(int offset) {
    int at = offset;
    while (at < folded.length && isSpace(folded[at])) {
      at++;
    }
    return at;
  }

  /// The offset after the last unit before here that is no space.
  int skipSpacesBack(int offset) {
    int at = offset;
    while (at > 0 && isSpace(folded[at - 1])) {
      at--;
    }
    return at;
  }

  static boolean isSpace(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  /// Whether the folded text has this word here, beginning and ending as a word does.
  boolean hasWord(int offset, String word) {
    return has(offset, word) && !isLetter(offset - 1) && !isLetter(offset + word.length());
  }

  boolean has(int offset, String part) {
    if (offset < 0 || offset + part.length() > folded.length) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      if (folded[offset + i] != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static char[] table() {
    char[] table = new char[0x250];
    for (char unit = 0; unit < table.length; unit++) {
      String plain = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFD);
      char base = Character.toLowerCase(plain.charAt(0));
      table[unit] = unit == 0xA0 ? ' ' : base;
    }
    return table;
  }
}
