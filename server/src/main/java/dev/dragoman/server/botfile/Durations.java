package dev.dragoman.server.botfile;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as authors write them: `30s`, `5m`, `1h30m`, `3d`.
final class Durations {
  /// The longest duration: a year.
  static final long MOST_MILLIS = 366L * 24 * 3_600_000;

  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
  private static final long[] MILLIS = {86_400_000L, 3_600_000L, 60_000L, 1_000L};

  private Durations() {}

  /// Milliseconds, or nothing when it is no duration between a second and a year.
  static OptionalLong millis(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (text.isBlank() || !matcher.matches()) {
      return OptionalLong.empty();
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < MILLIS.length; i++) {
      String digits = matcher.group(i + 1);
      if (digits != null) {
        sum = sum.add(new BigInteger(digits).multiply(BigInteger.valueOf(MILLIS[i])));
      }
    }
    boolean possible =
        sum.compareTo(BigInteger.valueOf(1_000)) >= 0
            && sum.compareTo(BigInteger.valueOf(MOST_MILLIS)) <= 0;
    return possible ? OptionalLong.of(sum.longValueExact()) : OptionalLong.empty();
  }
}
