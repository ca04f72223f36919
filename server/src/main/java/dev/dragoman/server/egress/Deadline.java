package dev.dragoman.server.egress;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The one clock of a call, running from the moment it was asked for.
record Deadline(LongSupplier nanoClock, long start, long totalMillis) {

  static Deadline starting(LongSupplier nanoClock, long totalMillis) {
    return new Deadline(nanoClock, nanoClock.getAsLong(), totalMillis);
  }

  /// What is left; negative once it has passed.
  long remainingNanos() {
    return TimeUnit.MILLISECONDS.toNanos(totalMillis) - (nanoClock.getAsLong() - start);
  }

  long elapsedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - start);
  }
}
