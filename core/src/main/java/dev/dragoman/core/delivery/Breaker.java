package dev.dragoman.core.delivery;

import dev.dragoman.core.model.Moment;

/// Whether an endpoint is called at the moment. While it is not, nothing is attempted, so nothing
/// costs an attempt.
///
/// | from | when | to |
/// |---|---|---|
/// | closed | [#CONSECUTIVE] failures in a row, and at least half of the last [#WINDOW] | open |
/// | open | its time is over | one probe |
/// | probe | delivered | closed |
/// | probe | failed | open, twice as long, up to [#LONGEST_NANOS] |
///
/// Both conditions: one poisoned conversation among good ones never fails in a row, and one bad
/// moment of a good endpoint is no trend.
///
/// @param failures bits of the last answers, the newest lowest: 1 for a failure
/// @param seen how many of those bits count
/// @param openUntil a time of the caller's clock in nanoseconds; meaningful while open
/// @param openFor how long it was opened last, 0 when closed
/// @param probing whether the one probe is out
public record Breaker(long failures, int seen, long openUntil, long openFor, boolean probing) {
  /// Failures in a row.
  public static final int CONSECUTIVE = 8;

  /// Answers that are remembered.
  public static final int WINDOW = 32;

  /// How long it opens first.
  public static final long FIRST_NANOS = 2 * Moment.NANOS_PER_SECOND;

  /// How long it opens at most.
  public static final long LONGEST_NANOS = 60 * Moment.NANOS_PER_SECOND;

  /// Nothing is known.
  public static final Breaker CLOSED = new Breaker(0, 0, 0, 0, false);

  private static final long RECENT = (1L << WINDOW) - 1;
  private static final long ROW = (1L << CONSECUTIVE) - 1;

  /// Whether it is open.
  public boolean isOpen() {
    return openFor > 0;
  }

  /// How long nobody may call, 0 when one may.
  public long waitNanos(long now) {
    if (!isOpen()) {
      return 0;
    }
    if (probing) {
      return openFor;
    }
    return Math.max(0, openUntil - now);
  }

  /// The one that was let through is the probe when it was open.
  public Breaker entered() {
    return isOpen() ? new Breaker(failures, seen, openUntil, openFor, true) : this;
  }

  /// Nothing was learnt from the one that was let through.
  public Breaker left() {
    return new Breaker(failures, seen, openUntil, openFor, false);
  }

  /// After an answer.
  public Breaker heard(boolean good, long now) {
    long bits = ((failures << 1) | (good ? 0 : 1)) & RECENT;
    int count = Math.min(WINDOW, seen + 1);
    if (good) {
      return isOpen() ? CLOSED : new Breaker(bits, count, 0, 0, false);
    }
    if (isOpen() && !probing) {
      return new Breaker(bits, count, openUntil, openFor, false);
    }
    boolean inARow = (bits & ROW) == ROW;
    boolean oftenEnough = Long.bitCount(bits) * 2 >= count;
    if (!isOpen() && !(inARow && oftenEnough)) {
      return new Breaker(bits, count, 0, 0, false);
    }
    long length = isOpen() ? Math.min(LONGEST_NANOS, openFor * 2) : FIRST_NANOS;
    return new Breaker(bits, count, now + length, length, false);
  }
}
