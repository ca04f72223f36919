package dev.dragoman.core.understand.text;

import java.text.Normalizer;
import java.util.Locale;

/// Brings texts that people would call the same to the same form. Stateless and thread-safe.
public final class Folding {
  private Folding() {}

  /// The form in which two texts are compared: compatibility forms, case, accents, punctuation
  /// and runs of white space make no difference; symbols (`+`, `€`, emoji) do.
  ///
  /// @return the folded text without outer spaces; empty when nothing but punctuation was written
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    String plain = withoutAccents(normal(text));
    StringBuilder folded = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); ) {
      int point = plain.codePointAt(i);
      i += Character.charCount(point);
      if (isSilent(point)) {
        continue;
      }
      if (isGap(point)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.appendCodePoint(point);
    }
    return folded.toString();
  }

  /// Whether a text is nothing but small letters and digits of ASCII with one space between words:
  /// most words are, and fold to themselves.
  private static boolean isFolded(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean letter = (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9');
      if (!letter && (gap || unit != ' ')) {
        return false;
      }
      gap = !letter;
    }
    return !gap;
  }

  /// The text in NFKC and lower case; unpaired surrogates are kept as they are.
  public static String normal(String text) {
    if (isAscii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }

  /// The text with accents dropped and joined letters written out (`ß` as `ss`, `ł` as `l`).
  /// Marks that carry a vowel of the script itself, as in Devanagari or kana, stay.
  public static String withoutAccents(String text) {
    if (isAscii(text)) {
      return text;
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      appendPlain(plain, apart.charAt(i));
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  static boolean isApostrophe(int point) {
    return point == '\'' || point == '’' || point == '‘' || point == 'ʼ' || point == '`';
  }

  private static void appendPlain(StringBuilder plain, char letter) {
    switch (letter) {
      case 'ß' -> plain.append("ss");
      case 'æ' -> plain.append("ae");
      case 'œ' -> plain.append("oe");
      case 'ø' -> plain.append('o');
      case 'đ', 'ð' -> plain.append('d');
      case 'ł' -> plain.append('l');
      case 'ı' -> plain.append('i');
      case 'þ' -> plain.append("th");
      default -> {
        if (!isAccent(letter)) {
          plain.append(letter);
        }
      }
    }
  }

  /// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the tatweel.
  private static boolean isAccent(char mark) {
    return (mark >= 0x0300 && mark <= 0x036F)
        || (mark >= 0x0591
            && mark <= 0x05C7
            && Character.getType(mark) == Character.NON_SPACING_MARK)
        || (mark >= 0x064B && mark <= 0x065F)
        || mark == 0x0640
        || mark == 0x0670;
  }

  /// Characters that join or steer others without being seen, and apostrophes inside words.
  private static boolean isSilent(int point) {
    return isApostrophe(point)
        || Character.getType(point) == Character.FORMAT
        || (point >= 0xFE00 && point <= 0xFE0F);
  }

  private static boolean isGap(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || switch (Character.getType(point)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION,
              Character.CONTROL ->
              true;
          default -> false;
        };
  }
}
