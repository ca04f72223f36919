package dev.dragoman.server.dialect.treble;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as Treble writes them (contract treble §1.2), from nanoseconds since 1970.
final class Clock {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  /// The last second that nanoseconds reach.
  static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000L - 1;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Clock() {}

  /// UTC with a space and six digits of fraction, which vanish when they are all zero.
  static String micros(long epochNanos) {
    long micros = Math.floorMod(epochNanos, NANOS_PER_SECOND) / 1_000;
    String whole = seconds(epochNanos);
    return micros == 0 ? whole : whole + "." + "%06d".formatted(micros);
  }

  /// UTC with a space, no fraction: times that a channel tells.
  static String seconds(long epochNanos) {
    return SECONDS.format(Instant.ofEpochSecond(epoch(epochNanos)));
  }

  /// ISO-8601 with three digits of fraction: times of center events.
  static String iso(long epochNanos) {
    long nanos = Math.floorMod(epochNanos, NANOS_PER_SECOND);
    return MILLIS.format(Instant.ofEpochSecond(epoch(epochNanos), nanos));
  }

  /// ISO-8601 without a fraction.
  static String isoSeconds(long epochNanos) {
    return Instant.ofEpochSecond(epoch(epochNanos)).toString();
  }

  /// Whole seconds since 1970.
  static long epoch(long epochNanos) {
    return Math.floorDiv(epochNanos, NANOS_PER_SECOND);
  }
}
