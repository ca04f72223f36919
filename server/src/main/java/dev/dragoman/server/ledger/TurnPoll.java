package dev.dragoman.server.ledger;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Watches over all callers of this node: looks for turns that other nodes settled, one query for
/// all, and ends the wait of those whose patience is over.
final class TurnPoll {
  /// How often callers whose patience is over are looked for.
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Turns turns;
  private final TurnSource source;
  private final long everyNanos;
  private final LongSupplier ticks;
  private volatile boolean stopped;
  private volatile @Nullable Thread worker;

  TurnPoll(Turns turns, TurnSource source, long everyMillis, LongSupplier ticks) {
    this.turns = turns;
    this.source = source;
    this.everyNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis);
    this.ticks = ticks;
  }

  /// Polls until stopped.
  void work() {
    worker = Thread.currentThread();
    long lookedAt = ticks.getAsLong();
    while (!stopped) {
      LockSupport.parkNanos(Math.min(everyNanos, PATIENCE_NANOS));
      long now = ticks.getAsLong();
      turns.endPatience(now);
      if (now - lookedAt >= everyNanos) {
        lookedAt = now;
        look();
      }
    }
  }

  /// Ends at once, or after the look under way: an interrupt would cost a connection.
  void stop() {
    stopped = true;
    LockSupport.unpark(worker);
  }

  /// Looks once.
  void look() {
    List<Turns.Parked> parked = turns.parkedBefore(ticks.getAsLong() - everyNanos);
    if (!parked.isEmpty()) {
      try {
        turns.settledElsewhere(source.settled(parked));
      } catch (RuntimeException unreachable) {
        // The database is away: the next look tries again, callers have their own patience.
        Thread.onSpinWait();
      }
    }
  }
}
