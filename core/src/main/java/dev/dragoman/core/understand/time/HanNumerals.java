package dev.dragoman.core.understand.time;

import java.util.List;

/// Numbers in Han characters: 二十三, 两千零四, and digit by digit 二〇一六.
final class HanNumerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final int MOST_CHARACTERS = 9;

  private HanNumerals() {}

  /// The number that begins at a token, at most one.
  static List<Found> at(Tokens tokens, int token) {
    int end = token;
    boolean units = false;
    while (end < tokens.size() && end - token < MOST_CHARACTERS) {
      String word = tokens.word(end);
      if (digit(word) < 0 && unit(word) == 0) {
        break;
      }
      units |= unit(word) > 0;
      end++;
    }
    if (end == token || (!units && end - token > 4)) {
      return List.of();
    }
    long value = units ? withUnits(tokens, token, end) : digitByDigit(tokens, token, end);
    return List.of(new Found(token, end, Sense.Count.of(value)));
  }

  private static long digitByDigit(Tokens tokens, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      value = 10 * value + digit(tokens.word(i));
    }
    return value;
  }

  private static long withUnits(Tokens tokens, int from, int end) {
    long total = 0;
    long group = 0;
    long digit = 0;
    for (int i = from; i < end; i++) {
      int unit = unit(tokens.word(i));
      if (unit == 0) {
        digit = digit(tokens.word(i));
      } else if (unit == 10_000) {
        total = (total + group + digit) * unit;
        group = 0;
        digit = 0;
      } else {
        group += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
      }
    }
    return total + group + digit;
  }

  private static int digit(String word) {
    return switch (word) {
      case "〇" -> 0;
      case "两" -> 2;
      default -> word.length() == 1 ? DIGITS.indexOf(word) : -1;
    };
  }

  private static int unit(String word) {
    return switch (word) {
      case "十" -> 10;
      case "百" -> 100;
      case "千" -> 1000;
      case "万" -> 10_000;
      default -> 0;
    };
  }
}
