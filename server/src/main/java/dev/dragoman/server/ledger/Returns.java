package dev.dragoman.server.ledger;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run of a batch leaves to its committer: per line, what was not done and why.
final class Returns {
  /// Why entries of a line come back.
  sealed interface Reason {
    /// To the next batch.
    record Again() implements Reason {}

    /// Its row is held elsewhere.
    record Missed() implements Reason {}

    /// Its bot has to be loaded first.
    record Load(BotCatalog.Wanted wanted) implements Reason {}

    /// A pending text of it has to be understood again first.
    record Understand(BotCatalog.Wanted bot, Recorder.Stale text) implements Reason {}

    /// Its address has this conversation.
    record Reroute(String conversationId) implements Reason {}

    /// The database is not there at the moment.
    record Outage() implements Reason {}
  }

  /// What comes back of one line.
  static final class Return {
    final Line line;
    final List<Entry> undone = new ArrayList<>();
    @Nullable Reason reason;

    Return(Line line) {
      this.line = line;
    }
  }

  private final IdentityHashMap<Line, Return> returns = new IdentityHashMap<>();

  /// The line was seen; unless more is said it goes back empty-handed.
  Return of(Line line) {
    return returns.computeIfAbsent(line, Return::new);
  }

  /// Entries come back; the first reason given for a line counts.
  void undone(Line line, List<Entry> entries, Reason reason) {
    Return one = of(line);
    one.undone.addAll(entries);
    if (one.reason == null) {
      one.reason = reason;
    }
  }

  /// Whether later entries of the line have to wait, because earlier ones do.
  boolean stopped(Line line) {
    return of(line).reason != null;
  }

  Iterable<Return> all() {
    return returns.values();
  }

  /// Whether the database was not there.
  boolean outage() {
    return returns.values().stream().anyMatch(one -> one.reason instanceof Reason.Outage);
  }
}
