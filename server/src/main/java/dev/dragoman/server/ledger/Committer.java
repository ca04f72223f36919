package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Line.Taken;
import dev.dragoman.server.ledger.Returns.Reason;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Takes batches from its backlog and commits them, one after the other, on its own thread.
final class Committer {
  /// After so many misses in a row a line goes to the slow committer.
  static final int MISSES = 3;

  private static final long OUTAGE_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long MISS_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Backlog backlog;
  private final BatchRunner runner;
  private final Exits exits;

  /// Where lines go that cannot go on here.
  interface Exits {
    /// The row has been held elsewhere for too long.
    void slow(Backlog home, Line line, List<Entry> undone);

    /// The bot has to be loaded before the line goes on.
    void load(Backlog home, Returns.Return back, BotCatalog.Wanted wanted);

    /// A pending text has to be understood again before the line goes on.
    void understand(Backlog home, Returns.Return back, BotCatalog.Wanted bot, Recorder.Stale text);

    /// The address leads to this conversation.
    void reroute(LineKey.OfAddress address, String conversationId, List<Entry> entries);
  }

  Committer(Backlog backlog, BatchRunner runner, Exits exits) {
    this.backlog = backlog;
    this.runner = runner;
    this.exits = exits;
  }

  /// Works until the backlog is closed and empty.
  void work() {
    try {
      List<Taken> lines = backlog.take();
      while (!lines.isEmpty()) {
        pause(commit(lines));
        lines = backlog.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One batch if there is any; returns whether there was.
  boolean step() {
    List<Taken> lines = backlog.poll();
    if (lines.isEmpty()) {
      return false;
    }
    commit(lines);
    return true;
  }

  /// Commits a batch; returns how long to leave the database alone, in nanoseconds.
  private long commit(List<Taken> lines) {
    Returns returns = runner.run(new Batch(lines, false));
    boolean missed = !lines.isEmpty();
    for (Returns.Return back : returns.all()) {
      missed &= back.reason instanceof Reason.Missed;
      settle(back);
    }
    return returns.outage() ? OUTAGE_PAUSE_NANOS : missed ? MISS_PAUSE_NANOS : 0;
  }

  private static void pause(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
  }

  private void settle(Returns.Return back) {
    Line line = back.line;
    Reason reason = back.reason == null ? new Reason.Again() : back.reason;
    switch (reason) {
      case Reason.Again _ -> backlog.comeBack(line, back.undone);
      case Reason.Outage _ -> {
        if (backlog.closed()) {
          back.undone.forEach(entry -> entry.over(new Outcome.Unknown()));
          line.attempt = null;
          back.undone.clear();
        }
        backlog.comeBack(line, back.undone);
      }
      case Reason.Missed _ -> {
        line.misses++;
        if (line.misses >= MISSES) {
          exits.slow(backlog, line, back.undone);
        } else {
          backlog.comeBack(line, back.undone);
        }
      }
      case Reason.Load(var wanted) -> exits.load(backlog, back, wanted);
      case Reason.Understand(var bot, var text) -> exits.understand(backlog, back, bot, text);
      case Reason.Reroute(var id) -> reroute(line, id, back.undone);
    }
  }

  private void reroute(Line line, String conversationId, List<Entry> undone) {
    if (line.key() instanceof LineKey.OfAddress address) {
      exits.reroute(address, conversationId, undone);
    }
    backlog.comeBack(line, List.of());
  }
}
