package dev.dragoman.core.model;

/// When a decision is made and with which chance: the only clock and dice `core` knows.
///
/// `epochNanos` is the database's time in nanoseconds since 1970, already raised above the
/// conversation's last one; `offsetSeconds` is the zone offset the bot's local time has then;
/// `seed` is recorded with the leg, so that a replay mints the same ids and takes the same turns.
public record Moment(long epochNanos, int offsetSeconds, Seed seed) {
  /// Nanoseconds of one millisecond.
  public static final long NANOS_PER_MILLI = 1_000_000L;

  /// Nanoseconds of one second.
  public static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// The same place and chance at another time.
  public Moment at(long otherEpochNanos) {
    return new Moment(otherEpochNanos, offsetSeconds, seed);
  }

  /// This moment's whole seconds since 1970.
  public long epochSeconds() {
    return Math.floorDiv(epochNanos, NANOS_PER_SECOND);
  }

  /// The time `millis` after this moment, in nanoseconds since 1970.
  public long plusMillis(long millis) {
    return epochNanos + millis * NANOS_PER_MILLI;
  }
}
