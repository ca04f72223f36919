package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Breaker;
import dev.dragoman.core.model.Moment;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// How many attempts one endpoint has out on this node, and whether it is called at all: what one
/// endpoint does to its callers stays with them. Thread-safe.
final class Gate {
  private static final int OUT = 48;
  private static final int WAITING = 2_048;
  private static final long PATIENCE_MILLIS = 4_000;
  private static final long CROWDED_NANOS = 3 * Moment.NANOS_PER_SECOND;

  private final Semaphore places = new Semaphore(OUT, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongSupplier ticks;
  private Breaker breaker = Breaker.CLOSED;

  Gate(LongSupplier ticks) {
    this.ticks = ticks;
  }

  /// Takes a place; returns 0 when the caller has it and must [#leave], else how long to stay away.
  long enter() throws InterruptedException {
    long closed = closedFor();
    if (closed > 0) {
      return closed;
    }
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
      return CROWDED_NANOS;
    }
    try {
      if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return CROWDED_NANOS;
      }
    } finally {
      waiting.decrementAndGet();
    }
    return admitted();
  }

  /// While it waited for a place, others may have found out that nobody is there.
  private synchronized long admitted() {
    long closed = breaker.waitNanos(ticks.getAsLong());
    if (closed > 0) {
      places.release();
    } else {
      breaker = breaker.entered();
    }
    return closed;
  }

  /// How long nobody may call, 0 when one may.
  synchronized long closedFor() {
    return breaker.waitNanos(ticks.getAsLong());
  }

  /// Gives the place back with what was learnt.
  synchronized void leave(boolean good) {
    breaker = breaker.heard(good, ticks.getAsLong());
    places.release();
  }

  /// Gives the place back without having learnt anything.
  synchronized void leave() {
    breaker = breaker.left();
    places.release();
  }

  /// How many more lanes may come now, 0 while the breaker is open.
  int room() {
    return closedFor() > 0 ? 0 : Math.max(0, WAITING / 2 - waiting.get());
  }
}
