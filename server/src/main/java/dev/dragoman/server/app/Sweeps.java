package dev.dragoman.server.app;

import dev.dragoman.server.delivery.Deliverer;
import dev.dragoman.server.ledger.BotCatalog;
import dev.dragoman.server.ledger.Checkpoints;
import dev.dragoman.server.ledger.TimerSweep;
import dev.dragoman.server.rooms.Assigner;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.InputIds;
import dev.dragoman.server.store.Leases;
import dev.dragoman.server.store.OldConversations;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that comes round by the clock. Each kind is done by the one node that has its lease, so
/// that nodes share it out; all of it is right also when two do it.
///
/// | what | every | limit |
/// |---|---|---|
/// | timers that are due | 250 ms | 512 of a workspace under way, the next as they end |
/// | lanes that nobody moves | 250 ms | 256 of an endpoint under way, the next as they end |
/// | rooms that wait for an agent | 200 ms | 256 a round |
/// | input ids that are over | 1 min | 10,000 |
/// | deliveries, audit, poisoned, files past their days | 10 min | 10,000 of a kind, workspace |
/// | legs past their days, behind a checkpoint | 1 h | – |
/// | conversations past their days, with all of theirs | 6 h | – |
final class Sweeps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
  private static final int ROWS = 10_000;

  private final Leases leases;
  private final String node;
  private final List<Sweep> sweeps;
  // Three, so that a long clean-up delays no timer.
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          3, task -> Thread.ofPlatform().name("sweeps").daemon().unstarted(task));

  /// One kind of work.
  record Sweep(String name, Duration every, Runnable work) {}

  /// `node` tells this server from others on the same database.
  Sweeps(Leases leases, String node, List<Sweep> sweeps) {
    this.leases = leases;
    this.node = node;
    this.sweeps = List.copyOf(sweeps);
  }

  /// Sweeps that move something on.
  record Raising(TimerSweep timers, Assigner rooms, Deliverer lanes) {}

  /// What a server has to sweep.
  static List<Sweep> of(
      Raising raising, DataSource pool, BotCatalog catalog, Settings.Retention days) {
    InputIds inputIds = new InputIds(pool);
    Retention retention =
        new Retention(
            pool,
            Map.of(
                Retention.Kept.AUDIT, days.auditDays(),
                Retention.Kept.DELIVERY, days.deliveryDays(),
                Retention.Kept.FILE, days.fileDays()));
    OldConversations conversations = new OldConversations(pool);
    Checkpoints checkpoints = new Checkpoints(new Recorded(pool), catalog);
    return List.of(
        new Sweep("timers", Duration.ofMillis(250), raising.timers()::sweep),
        new Sweep("lanes", Duration.ofMillis(250), raising.lanes()::sweep),
        new Sweep("rooms", Duration.ofMillis(200), raising.rooms()::assign),
        new Sweep("input ids", Duration.ofMinutes(1), () -> inputIds.forgetOld(ROWS)),
        new Sweep("retention", Duration.ofMinutes(10), () -> retention.sweep(ROWS)),
        new Sweep("legs", Duration.ofHours(1), () -> legs(checkpoints, days.legDays())),
        new Sweep(
            "conversations",
            Duration.ofHours(6),
            () -> conversations.sweep(days.conversationDays())));
  }

  private static void legs(Checkpoints checkpoints, int days) {
    Checkpoints.Swept swept = checkpoints.sweep(days);
    if (swept.kept() > 0) {
      LOG.warn("{} conversations keep old legs: they come out otherwise today", swept.kept());
    }
  }

  void start() {
    for (Sweep sweep : sweeps) {
      long millis = sweep.every().toMillis();
      var unused =
          clock.scheduleWithFixedDelay(
              new Leased(sweep)::run, Math.min(millis, 5_000), millis, TimeUnit.MILLISECONDS);
    }
  }

  /// A sweep with its lease, which is asked for a second ahead of its end.
  private final class Leased {
    private final Sweep sweep;
    private final Duration lease;
    private long askAgainAt = System.nanoTime();
    private boolean mine;

    Leased(Sweep sweep) {
      this.sweep = sweep;
      this.lease = sweep.every().multipliedBy(2).plusSeconds(3);
    }

    /// One that fails is tried again at the next round: the rows are still there.
    void run() {
      try {
        if (isMine()) {
          sweep.work().run();
        }
      } catch (RuntimeException failed) {
        LOG.warn("a sweep of {} failed: {}", sweep.name(), failed.toString());
      }
    }

    private boolean isMine() {
      long now = System.nanoTime();
      if (now - askAgainAt >= 0) {
        mine = leases.take(new Leases.Share(sweep.name(), 0), node, lease);
        askAgainAt = now + TimeUnit.SECONDS.toNanos(1);
      }
      return mine;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
