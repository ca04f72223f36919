package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import java.time.Instant;

/// Times as the API writes them: ISO 8601, UTC, up to nanoseconds.
final class Times {
  private static final long NANOS = 1_000_000_000L;

  private Times() {}

  static Value.Text of(long epochNanos) {
    Instant then =
        Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS), Math.floorMod(epochNanos, NANOS));
    return Value.of(then.toString());
  }
}
