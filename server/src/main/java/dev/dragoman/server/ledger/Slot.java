package dev.dragoman.server.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where one caller waits for what becomes of its input. Thread-safe; one caller takes.
final class Slot {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();
  private final Deque<News> news = new ArrayDeque<>();

  void tell(News one) {
    lock.lock();
    try {
      news.addLast(one);
      told.signal();
    } finally {
      lock.unlock();
    }
  }

  /// The next news, or null when `nanos` have passed without any.
  @Nullable News await(long nanos) throws InterruptedException {
    long left = nanos;
    lock.lock();
    try {
      while (news.isEmpty() && left > 0) {
        left = told.awaitNanos(left);
      }
      return news.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  /// The next news if there is any.
  @Nullable News poll() {
    try {
      return await(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
