package dev.dragoman.server.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what another process or thread makes true.
final class Waits {
  private Waits() {}

  static <T> T until(String what, Supplier<T> seen, Predicate<T> wanted) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    T last = seen.get();
    while (!wanted.test(last)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("still waiting for " + what + ": " + last);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      last = seen.get();
    }
    return last;
  }
}
