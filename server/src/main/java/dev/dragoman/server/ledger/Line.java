package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Understood;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits for one conversation, in order. Guarded by the lock of its [Backlog], but for what
/// the committer that has it at work keeps here.
final class Line {
  private final LineKey key;
  final Deque<Entry> entries = new ArrayDeque<>();
  boolean atWork;
  @Nullable Urgency readyAs;

  /// How often in a row its row was held elsewhere.
  int misses;

  /// Pending texts that were understood again, by turn, until something is committed.
  Map<String, Understood> understood = Map.of();

  /// What was sent to be committed without an answer; null when nothing is in doubt.
  @Nullable Attempt attempt;

  /// Whether a decision of it found that it has to look at groups or agents.
  boolean staffed;

  Line(LineKey key) {
    this.key = key;
  }

  LineKey key() {
    return key;
  }

  /// The entries of a line that one batch works on.
  record Taken(Line line, List<Entry> entries) {
    Taken {
      entries = List.copyOf(entries);
    }
  }
}
