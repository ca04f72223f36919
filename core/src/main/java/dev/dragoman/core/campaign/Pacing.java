package dev.dragoman.core.campaign;

/// How fast a campaign goes out: so many recipients in each second, in their order.
///
/// @param perSecond at least 1
public record Pacing(int perSecond) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// Checks the bound.
  public Pacing {
    if (perSecond < 1) {
      throw new IllegalArgumentException("a campaign that sends nothing: " + perSecond);
    }
  }

  /// When the recipient at this position, from 0, is due: not before its own time.
  public long dueNanos(long startNanos, int position, long etaNanos) {
    long turn = startNanos + position / perSecond * NANOS_PER_SECOND;
    return Math.max(turn, etaNanos);
  }
}
