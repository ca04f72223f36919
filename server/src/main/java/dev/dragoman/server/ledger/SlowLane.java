package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Line.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lines whose rows were held elsewhere several times: worked on one by one, waiting for the row up
/// to the lock time-out, so that one frozen holder delays nobody but its own conversation.
/// Thread-safe.
final class SlowLane {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Deque<Stuck> stuck = new ArrayDeque<>();
  private final BatchRunner runner;
  private final Committer.Exits exits;
  private boolean closed;

  /// A line that stays at work for its backlog while it is here.
  private record Stuck(Backlog home, Line line, List<Entry> entries) {}

  SlowLane(BatchRunner runner, Committer.Exits exits) {
    this.runner = runner;
    this.exits = exits;
  }

  void add(Backlog home, Line line, List<Entry> entries) {
    lock.lock();
    try {
      stuck.addLast(new Stuck(home, line, List.copyOf(entries)));
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Works until closed.
  void work() {
    try {
      Stuck one = next();
      while (one != null) {
        free(one);
        one = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One line if there is any; returns whether there was.
  boolean step() {
    Stuck one;
    lock.lock();
    try {
      one = stuck.pollFirst();
    } finally {
      lock.unlock();
    }
    if (one != null) {
      free(one);
    }
    return one != null;
  }

  private @Nullable Stuck next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (stuck.isEmpty() && !closed) {
        work.await();
      }
      return closed ? null : stuck.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  private void free(Stuck one) {
    Line line = one.line();
    Returns returns = runner.run(new Batch(List.of(new Taken(line, one.entries())), true));
    Returns.Return back = returns.of(line);
    if (back.reason instanceof Returns.Reason.Load(var wanted)) {
      exits.load(one.home(), back, wanted);
    } else if (back.reason instanceof Returns.Reason.Understand(var bot, var text)) {
      exits.understand(one.home(), back, bot, text);
    } else {
      if (!(back.reason instanceof Returns.Reason.Missed)) {
        line.misses = 0;
      }
      one.home().comeBack(line, back.undone);
    }
  }

  /// Ends after the line under way; whoever still waits here is told that nothing is known.
  void close() {
    lock.lock();
    try {
      closed = true;
      stuck.forEach(one -> one.entries().forEach(e -> e.over(new Outcome.Unknown())));
      stuck.clear();
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
