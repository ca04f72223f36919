package dev.dragoman.core.understand.time;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text cut into words, numbers, Han characters and symbols, folded for comparison: lower case,
/// no accents, simplified Han. Offsets point into the original text. Not changed once built.
final class Tokens {
  /// What a token is made of.
  enum Kind {
    WORD,
    NUMBER,
    HAN,
    SYMBOL
  }

  private static final int MAX_DIGITS = 9;
  private static final String TRADITIONAL = "禮後週點鐘號兩時個這農曆歷過內從間萬幾來當開節號餘還離";
  private static final String SIMPLIFIED = "礼后周点钟号两时个这农历历过内从间万几来当开节号余还离";

  private int size;
  private int[] starts;
  private int[] ends;
  private String[] words;
  private Kind[] kinds;

  Tokens(String text) {
    int room = Math.max(4, text.length() / 3);
    starts = new int[room];
    ends = new int[room];
    words = new String[room];
    kinds = new Kind[room];
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int end = at + Character.charCount(point);
      if (!Character.isWhitespace(point) && point != '\u00a0') {
        Kind kind = kindOf(point);
        end = endOfRun(text, end, kind);
        add(at, end, kind, fold(text.substring(at, end), kind));
      }
      at = end;
    }
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  String word(int token) {
    return words[token];
  }

  Kind kind(int token) {
    return kinds[token];
  }

  boolean is(int token, Kind kind) {
    return token >= 0 && token < size && kinds[token] == kind;
  }

  boolean is(int token, String word) {
    return token >= 0 && token < size && words[token].equals(word);
  }

  /// Whether nothing stands between this token and the one before.
  boolean glued(int token) {
    return token > 0 && token < size && starts[token] == ends[token - 1];
  }

  /// How many digits a number has; 0 for what is no number.
  int digits(int token) {
    return is(token, Kind.NUMBER) ? words[token].length() : 0;
  }

  /// The number a token holds, or -1 when it is none or has more than nine digits.
  int number(int token) {
    boolean readable = digits(token) > 0 && digits(token) <= MAX_DIGITS;
    return readable ? Integer.parseInt(words[token]) : -1;
  }

  private void add(int start, int end, Kind kind, String word) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    words[size] = word;
    kinds[size] = kind;
    size++;
  }

  private static int endOfRun(String text, int from, Kind kind) {
    int end = from;
    while (end < text.length() && (kind == Kind.WORD || kind == Kind.NUMBER)) {
      int point = text.codePointAt(end);
      boolean mark = kind == Kind.WORD && Character.getType(point) == Character.NON_SPACING_MARK;
      if (!mark && kindOf(point) != kind) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static Kind kindOf(int point) {
    if (Character.isIdeographic(point)) {
      return Kind.HAN;
    }
    if (Character.isDigit(point)) {
      return Kind.NUMBER;
    }
    return Character.isLetter(point) ? Kind.WORD : Kind.SYMBOL;
  }

  private static String fold(String raw, Kind kind) {
    return switch (kind) {
      case NUMBER -> foldDigits(raw);
      case HAN -> foldHan(raw);
      case SYMBOL -> foldSymbol(raw);
      case WORD -> foldWord(raw);
    };
  }

  private static String foldDigits(String raw) {
    StringBuilder digits = new StringBuilder(raw.length());
    raw.codePoints().forEach(point -> digits.append((char) ('0' + Character.digit(point, 10))));
    return digits.toString();
  }

  private static String foldHan(String raw) {
    int place = TRADITIONAL.indexOf(raw);
    return place < 0 ? raw : SIMPLIFIED.substring(place, place + 1);
  }

  private static String foldSymbol(String raw) {
    return switch (raw.charAt(0)) {
      case '’', '‘', '`', '´' -> "'";
      case '–', '—', '‐', '‑', '－' -> "-";
      case '：' -> ":";
      case '，', '、' -> ",";
      case '．' -> ".";
      case '／' -> "/";
      default -> raw;
    };
  }

  private static String foldWord(String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 'z') {
        return withoutMarks(Normalizer.normalize(lower, Normalizer.Form.NFKD));
      }
    }
    return lower;
  }

  private static String withoutMarks(String decomposed) {
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
