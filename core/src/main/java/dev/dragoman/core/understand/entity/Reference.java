package dev.dragoman.core.understand.entity;

/// The moment somebody speaks, as the clock on their wall shows it: what "tomorrow" starts from.
///
/// @param epochNanos nanoseconds since 1970-01-01T00:00:00Z
/// @param offsetSeconds how far the speaker's clock is ahead of UTC, in seconds, ±18 hours
public record Reference(long epochNanos, int offsetSeconds) {
  private static final int MAX_OFFSET_SECONDS = 18 * 3600;

  /// Refuses offsets no zone has.
  public Reference {
    if (Math.abs(offsetSeconds) > MAX_OFFSET_SECONDS) {
      throw new IllegalArgumentException("no such zone offset: " + offsetSeconds);
    }
  }
}
