package dev.dragoman.server.app;

import dev.dragoman.server.ledger.TimerSweep;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that comes round by the clock, on one thread.
final class Sweeps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
  private static final int TIMER_MILLIS = 250;

  private final TimerSweep timers;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("sweeps").daemon().unstarted(task));

  Sweeps(TimerSweep timers) {
    this.timers = timers;
  }

  void start() {
    var unused =
        clock.scheduleWithFixedDelay(
            this::sweep, TIMER_MILLIS, TIMER_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// A sweep that fails is tried again at the next round: the rows are still there.
  private void sweep() {
    try {
      timers.sweep();
    } catch (RuntimeException failed) {
      LOG.warn("a sweep of timers failed: {}", failed.toString());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
