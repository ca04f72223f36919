package dev.dragoman.core.delivery;

import dev.dragoman.core.model.Moment;
import java.util.List;

/// When a delivery is tried, and how long one try may take.
///
/// @param waitsMillis before each try, the first included: as many tries as waits
/// @param jitterPercent each wait but the first is longer or shorter by up to so much
/// @param retryAfterMaxMillis what a receiver's `Retry-After` may ask for at most
/// @param attemptMillis how long one try may take, all in all
public record Schedule(
    List<Long> waitsMillis, int jitterPercent, long retryAfterMaxMillis, int attemptMillis) {
  private static final int TRIES_MAX = 20;
  private static final long WAIT_MAX = 7 * 24 * 3_600_000L;
  private static final int WHOLE = 100;

  /// Ten tries over three days: for systems that keep books.
  public static final Schedule NATIVE =
      new Schedule(
          List.of(
              0L,
              5_000L,
              300_000L,
              1_800_000L,
              7_200_000L,
              18_000_000L,
              36_000_000L,
              50_400_000L,
              72_000_000L,
              86_400_000L),
          20,
          86_400_000L,
          15_000);

  /// Six tries within about twelve minutes: nobody's chat waits three days.
  public static final Schedule CHAT =
      new Schedule(List.of(0L, 1_000L, 5_000L, 25_000L, 120_000L, 600_000L), 0, 600_000L, 10_000);

  /// Three tries of five seconds each (contract treble, center events).
  public static final Schedule CENTER =
      new Schedule(List.of(0L, 1_000L, 5_000L), 0, 600_000L, 5_000);

  /// Copies the list; refuses what has no try or a wait beyond a week.
  public Schedule {
    waitsMillis = List.copyOf(waitsMillis);
    if (waitsMillis.isEmpty()
        || waitsMillis.size() > TRIES_MAX
        || waitsMillis.stream().anyMatch(wait -> wait < 0 || wait > WAIT_MAX)
        || jitterPercent < 0
        || jitterPercent >= WHOLE
        || attemptMillis < 1) {
      throw new IllegalArgumentException("a schedule has 1 to 20 tries with waits up to a week");
    }
  }

  /// How often a delivery is tried at most.
  public int tries() {
    return waitsMillis.size();
  }

  /// The wait before try `attempt` (from 1), in nanoseconds.
  ///
  /// @param chance from 0 up to, not including, 1
  public long waitNanos(int attempt, double chance) {
    long millis = waitsMillis.get(attempt - 1);
    double share = attempt == 1 ? 0 : (2 * chance - 1) * jitterPercent / WHOLE;
    return (long) (millis * (1 + share) * Moment.NANOS_PER_MILLI);
  }
}
