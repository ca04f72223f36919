package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Breaker;
import dev.dragoman.core.model.Moment;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// How many attempts one endpoint has out on this node, and whether it is called at all: what one
/// endpoint does to its callers stays with them. Thread-safe.
final class Gate {
  private static final int OUT = 48;
  private static final int WAITING = 512;
  private static final long PATIENCE_MILLIS = 4_000;
  private static final long CROWDED_NANOS = 3 * Moment.NANOS_PER_SECOND;

  private final Semaphore places = new Semaphore(OUT, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<Breaker> breaker = new AtomicReference<>(Breaker.CLOSED);
  private final LongSupplier ticks;

  Gate(LongSupplier ticks) {
    this.ticks = ticks;
  }

  /// Takes a place; returns 0 when the caller has it and must [#leave], else how long to stay away.
  long enter() throws InterruptedException {
    long closed = breaker.get().waitNanos(ticks.getAsLong());
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
  private long admitted() {
    while (true) {
      Breaker now = breaker.get();
      long closed = now.waitNanos(ticks.getAsLong());
      if (closed > 0) {
        places.release();
        return closed;
      }
      if (breaker.compareAndSet(now, now.entered())) {
        return 0;
      }
    }
  }

  /// Gives the place back with what was learnt.
  void leave(boolean good) {
    breaker.updateAndGet(now -> now.heard(good, ticks.getAsLong()));
    places.release();
  }

  /// Gives the place back without having learnt anything.
  void leave() {
    breaker.updateAndGet(Breaker::left);
    places.release();
  }

  /// How many more lanes may come now, 0 while the breaker is open.
  int room() {
    return breaker.get().waitNanos(ticks.getAsLong()) > 0
        ? 0
        : Math.max(0, WAITING / 2 - waiting.get());
  }
}
