package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dates, clock times and decimals written in digits, without gaps: 21/04/2016, 4.22, 7:30:15, 3,5.
/// Found as one number each: year, month, day or hour, minute, second in two digits each.
final class DigitForms {
  private static final int TWO_DIGIT_CENTURY = 40;

  private final Tokens tokens;
  private final Order order;

  DigitForms(Tokens tokens, Order order) {
    this.tokens = tokens;
    this.order = order;
  }

  List<Found> between(int token, int length, int least, int most) {
    int number = tokens.number(token);
    boolean fits = number >= least && number <= most && tokens.digits(token) == length;
    return fits ? one(token, token + 1, number) : List.of();
  }

  List<Found> hourMinute(int token) {
    int number = tokens.number(token);
    boolean fits = number >= 100 && number < 2400 && number % 100 < 60 && tokens.digits(token) <= 4;
    return fits ? one(token, token + 1, number) : List.of();
  }

  List<Found> decimal(int token) {
    if (tokens.number(token) < 0 || !separated(token, ".,") || tokens.number(token + 2) < 0) {
      return List.of();
    }
    BigDecimal value = new BigDecimal(tokens.word(token) + "." + tokens.word(token + 2));
    return List.of(new Found(token, token + 3, new Sense.Count(value)));
  }

  List<Found> clock(int token, boolean seconds) {
    int minute = part(token, ":");
    int second = seconds ? part(token + 2, ":") : 0;
    int hour = tokens.number(token);
    boolean fits = hour >= 0 && hour <= 24 && tokens.digits(token) <= 2;
    if (!fits || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return List.of();
    }
    return one(token, token + (seconds ? 5 : 3), 10_000L * hour + 100L * minute + second);
  }

  /// The two digits behind a sign, or -1.
  private int part(int token, String signs) {
    boolean there = separated(token, signs) && tokens.is(token + 2, Tokens.Kind.NUMBER);
    return there && tokens.digits(token + 2) == 2 ? tokens.number(token + 2) : -1;
  }

  private boolean separated(int token, String signs) {
    return tokens.is(token + 1, Tokens.Kind.SYMBOL)
        && signs.contains(tokens.word(token + 1))
        && tokens.glued(token + 1)
        && tokens.glued(token + 2);
  }

  private boolean shortNumber(int token) {
    return tokens.number(token) > 0 && tokens.digits(token) <= 2;
  }

  /// Month and day as one number of four digits, in the order of the language or the only possible.
  List<Found> pair(int token, String signs) {
    if (!shortNumber(token) || !separated(token, signs) || !shortNumber(token + 2)) {
      return List.of();
    }
    long value = monthDay(tokens.number(token), tokens.number(token + 2));
    return value < 0 ? List.of() : one(token, token + 3, value);
  }

  private long monthDay(int first, int second) {
    if (order == Order.MONTH_FIRST && first == 24 && second == 7) {
      return -1; // "24/7" is "always", where the 24th of July is 7/24
    }
    boolean monthFirst = first <= 12 && second <= 31;
    boolean dayFirst = second <= 12 && first <= 31;
    if (order == Order.DAY_FIRST ? dayFirst : !monthFirst && dayFirst) {
      return 100L * second + first;
    }
    return monthFirst ? 100L * first + second : -1;
  }

  List<Found> date(int token) {
    int[] parts = parts(token);
    if (parts == null) {
      return List.of();
    }
    long value = inOrder(token, parts);
    return value < 0 ? List.of() : one(token, parts[3], value);
  }

  /// The three numbers of a date and the token after them.
  private int @Nullable [] parts(int token) {
    int first = tokens.number(token);
    if (first < 0 || tokens.number(token + 1) >= 0) {
      return spaced(token);
    }
    if (!separated(token, "-/.") || tokens.number(token + 2) < 0) {
      return null;
    }
    int last = token + 4;
    boolean again = separated(token + 2, tokens.word(token + 1));
    boolean comma = tokens.is(token + 1, "/") && tokens.is(token + 3, ",");
    if (!(again || comma) || tokens.number(last) < 0) {
      return null;
    }
    return new int[] {first, tokens.number(token + 2), tokens.number(last), last + 1};
  }

  private int @Nullable [] spaced(int token) {
    boolean parts =
        order == Order.YEAR_FIRST
            && !between(token, 4, 1000, 2999).isEmpty()
            && !between(token + 1, 2, 1, 12).isEmpty()
            && !between(token + 2, 2, 1, 31).isEmpty();
    return parts
        ? new int[] {
          tokens.number(token), tokens.number(token + 1), tokens.number(token + 2), token + 3
        }
        : null;
  }

  private long inOrder(int token, int[] parts) {
    int length = tokens.digits(token);
    if (length == 4) {
      return date(parts[0], parts[1], parts[2]);
    }
    int lastLength = tokens.digits(parts[3] - 1);
    if (length > 2 || lastLength == 3 || lastLength > 4) {
      return -1;
    }
    if (order == Order.YEAR_FIRST && length == 2 && lastLength <= 2) {
      long yearFirst = date(year(parts[0]), parts[1], parts[2]);
      if (yearFirst >= 0) {
        return yearFirst;
      }
    }
    int year = lastLength == 4 ? parts[2] : lastLength == 2 ? year(parts[2]) : -1;
    long dayFirst = date(year, parts[1], parts[0]);
    long monthFirst = date(year, parts[0], parts[1]);
    boolean preferMonth = order == Order.MONTH_FIRST;
    return preferMonth
        ? (monthFirst >= 0 ? monthFirst : dayFirst)
        : (dayFirst >= 0 ? dayFirst : monthFirst);
  }

  private static long date(int year, int month, int day) {
    boolean fits = year >= 1000 && year < 3000 && month > 0 && month <= 12 && day > 0 && day <= 31;
    return fits ? 10_000L * year + 100L * month + day : -1;
  }

  /// The year two digits mean.
  static int year(int twoDigits) {
    return twoDigits < TWO_DIGIT_CENTURY ? 2000 + twoDigits : 1900 + twoDigits;
  }

  private static List<Found> one(int start, int end, long value) {
    return List.of(new Found(start, end, Sense.Count.of(value)));
  }
}
