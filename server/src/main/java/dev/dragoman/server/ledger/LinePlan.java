package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch does for one line: the rows to write, and whom to tell what once it is true.
///
/// @param entries those that are done with when this is committed
/// @param answers what those are told that left no leg
record LinePlan(
    String conversationId,
    List<Decision.Decided> decided,
    List<Entry> entries,
    List<Answer> answers,
    @Nullable Rows rows) {
  LinePlan {
    decided = List.copyOf(decided);
    entries = List.copyOf(entries);
    answers = List.copyOf(answers);
  }

  /// What an entry is told that left no leg.
  record Answer(Entry entry, News news) {
    Answer(Entry entry, Outcome outcome) {
      this(entry, new News.Over(outcome));
    }
  }

  /// The rows of a line with at least one leg.
  record Rows(
      Writes.ConversationRow conversation,
      List<Writes.LegRow> legs,
      List<Writes.PoisonedRow> poisoned,
      Writes.Timers timers,
      List<Writes.InputIdRow> inputIds,
      Writes.@Nullable ChannelRow channel,
      List<Writes.LaneRow> lanes,
      RoomRows rooms,
      List<Writes.SessionRow> sessions) {

    /// How this line is recognised when the commit is in doubt.
    Attempt.Mark mark() {
      Writes.LegRow first = legs.getFirst();
      Writes.LegKey key = first.key();
      return new Attempt.Mark(key.conversationId(), key.firstSequence(), key.leg(), first.turnId());
    }
  }

  /// A line that only answers.
  static LinePlan answering(List<Answer> answers) {
    return new LinePlan("", List.of(), answers.stream().map(Answer::entry).toList(), answers, null);
  }
}
