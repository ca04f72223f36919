package dev.dragoman.core.understand.text;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into tokens. Each Han character is a token of its own, because Chinese is written
/// without spaces; other scripts are cut at whatever is neither letter, mark nor digit. Question
/// marks, currency, percent and degree signs and emoji are kept, other punctuation is not.
/// Stateless and thread-safe.
public final class Tokeniser {
  /// Characters that are read; what follows in a longer text is ignored.
  public static final int MAX_CHARACTERS = 4_096;

  private Tokeniser() {}

  /// The tokens of the first [#MAX_CHARACTERS] characters, in order; empty for empty text. Half a
  /// surrogate pair is no token, so cutting one does no harm.
  public static List<Token> tokens(String text) {
    String normal = Folding.normal(text.substring(0, Math.min(MAX_CHARACTERS, text.length())));
    List<Token> tokens = new ArrayList<>(normal.length() / 5 + 2);
    for (int i = 0; i < normal.length(); ) {
      int point = normal.codePointAt(i);
      int next = i + Character.charCount(point);
      if (isHan(point)) {
        tokens.add(Token.of(normal.substring(i, next), Token.Kind.HAN));
      } else if (isWordPart(point)) {
        next = wordEnd(normal, next);
        tokens.add(Token.of(withoutOuterApostrophes(normal, i, next), Token.Kind.WORD));
      } else if (isSign(point)) {
        tokens.add(Token.of(normal.substring(i, next), Token.Kind.SIGN));
      }
      i = next;
    }
    return tokens;
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (isHan(point) || !(isWordPart(point) || isInner(point))) {
        break;
      }
      i += Character.charCount(point);
    }
    return i;
  }

  private static String withoutOuterApostrophes(String text, int from, int to) {
    int end = to;
    while (isInner(text.charAt(end - 1))) {
      end--;
    }
    String word = text.substring(from, end);
    return word.indexOf('’') < 0 ? word : word.replace('’', '\'');
  }

  /// `don't`, Catalan `cancel·la`.
  private static boolean isInner(int point) {
    return Folding.isApostrophe(point) || point == '·';
  }

  private static boolean isHan(int point) {
    return point >= 0x2E80 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private static boolean isWordPart(int point) {
    if (point < 128) {
      return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    }
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
              point < 0xFE00 || point > 0xFE0F;
          default -> false;
        };
  }

  private static boolean isSign(int point) {
    return switch (Character.getType(point)) {
      case Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL -> true;
      default -> point == '?' || point == '%' || point == '؟';
    };
  }
}
