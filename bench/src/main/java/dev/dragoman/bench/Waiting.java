package dev.dragoman.bench;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits until something is true, looking often.
final class Waiting {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private Waiting() {}

  /// Something to be true.
  @FunctionalInterface
  interface Condition {
    boolean holds() throws SQLException;
  }

  /// Seconds until it held, or that many if it never did.
  static double until(int seconds, Condition condition) throws SQLException {
    return until(seconds, LOOK_NANOS, condition);
  }

  /// The same, looking as often as said.
  static double until(int seconds, long lookNanos, Condition condition) throws SQLException {
    long begun = System.nanoTime();
    long most = TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.holds() && System.nanoTime() - begun < most) {
      LockSupport.parkNanos(lookNanos);
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
