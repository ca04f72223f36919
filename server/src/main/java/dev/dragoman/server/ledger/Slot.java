package dev.dragoman.server.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where one caller waits for what becomes of its input. Thread-safe; one caller takes.
///
/// The wait itself has no time limit: a timer per turn would cost more than the rest of the wait.
/// Whoever watches over all callers ends the patience of those it is due for.
final class Slot {
  private final Queue<News> news = new ConcurrentLinkedQueue<>();
  private volatile long patientUntilTicks = Long.MAX_VALUE;
  private volatile boolean patienceOver;
  private volatile @Nullable Thread waiting;

  void tell(News one) {
    news.add(one);
    wake();
  }

  private void wake() {
    Thread caller = waiting;
    if (caller != null) {
      LockSupport.unpark(caller);
    }
  }

  /// From when on its caller should not be left waiting.
  void patientUntil(long ticks) {
    patientUntilTicks = ticks;
  }

  /// Ends the caller's wait if its time has come.
  void look(long nowTicks) {
    if (patientUntilTicks != Long.MAX_VALUE && nowTicks - patientUntilTicks >= 0) {
      patienceOver = true;
      wake();
    }
  }

  /// The next news, or null when the patience has ended without any.
  @Nullable News await() throws InterruptedException {
    waiting = Thread.currentThread();
    try {
      News next = news.poll();
      while (next == null && !patienceOver) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        next = news.poll();
      }
      return next;
    } finally {
      waiting = null;
    }
  }

  /// The next news if there is any.
  @Nullable News poll() {
    return news.poll();
  }
}
