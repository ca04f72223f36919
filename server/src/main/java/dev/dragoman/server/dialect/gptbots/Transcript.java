package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.store.Legs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was said in a conversation, oldest first: the user's messages, and one answer per turn.
///
/// Reads the legs piece by piece and puts together what belongs to one turn. Used by one thread.
final class Transcript {
  private static final int PIECE = 500;

  private final StepNames names;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Open> open = new HashMap<>();

  /// One row of the history.
  sealed interface Row {
    /// The user's or the answer's id.
    String messageId();

    /// When it was said.
    long atNanos();

    /// Something the user said.
    record Asked(String messageId, long atNanos, String text, List<Value> files) implements Row {}

    /// What the bot answered, so far.
    record Answered(String messageId, long atNanos, long firstSequence, List<Said> output)
        implements Row {}
  }

  /// A turn that may go on.
  private static final class Open {
    final FlowOutput flow;
    final long firstSequence;
    Input input;
    int row = -1;

    Open(StepNames names, Leg first) {
      this.flow = new FlowOutput(names);
      this.firstSequence = first.firstSequence();
      this.input = first.input();
    }
  }

  private Transcript(StepNames names) {
    this.names = names;
  }

  /// All rows of a conversation.
  static List<Row> of(Legs legs, int workspace, String conversationId, StepNames names) {
    Transcript transcript = new Transcript(names);
    long from = 0;
    int known = 0;
    int fresh;
    do {
      List<Leg> piece = legs.from(workspace, conversationId, from, known + PIECE);
      fresh = piece.size() - known;
      piece.stream().skip(known).forEach(transcript::take);
      if (fresh == PIECE) {
        from = piece.getLast().firstSequence();
        known = at(from, piece);
      }
    } while (fresh == PIECE);
    return transcript.rows;
  }

  /// Legs without events share their sequence with the next leg: they are read again with it.
  private static int at(long sequence, List<Leg> piece) {
    return (int) piece.stream().filter(leg -> leg.firstSequence() == sequence).count();
  }

  private void take(Leg leg) {
    Open turn = open.computeIfAbsent(leg.turnId(), _ -> new Open(names, leg));
    for (Event event : leg.told().events()) {
      if (event instanceof Event.Received(var messageId, _)) {
        Row asked = asked(messageId, leg.moment().epochNanos(), turn.input);
        if (asked != null) {
          rows.add(asked);
        }
      } else if (event instanceof Event.InRoom(RoomEvent.Message message)
          && message.author() != RoomEvent.Author.CONTACT) {
        rows.add(human(message, leg));
      }
    }
    answer(leg, turn);
    if (leg.told().settled()) {
      open.remove(leg.turnId());
    }
  }

  /// Nothing tells what a human wrote from what the bot did.
  private static Row human(RoomEvent.Message message, Leg leg) {
    List<Said> said = List.of(new Said(message.content().value(), null, null));
    return new Row.Answered(
        message.messageId(), leg.moment().epochNanos(), leg.firstSequence(), said);
  }

  private static @Nullable Row asked(String messageId, long atNanos, Input input) {
    return switch (input) {
      case Input.Text text -> new Row.Asked(messageId, atNanos, text.text(), text.attachments());
      case Input.GoTo(_, var name, _) ->
          new Row.Asked(messageId, atNanos, name == null ? "" : name, List.of());
      case Input.Ordered _, Input.Immediate _ -> null;
    };
  }

  private void answer(Leg leg, Open turn) {
    List<Said> said = turn.flow.of(leg);
    if (said.isEmpty()) {
      return;
    }
    List<Said> output = new ArrayList<>();
    if (turn.row >= 0 && rows.get(turn.row) instanceof Row.Answered before) {
      output.addAll(before.output());
    }
    output.addAll(said);
    Row answered =
        new Row.Answered(leg.turnId(), leg.moment().epochNanos(), turn.firstSequence, output);
    if (turn.row >= 0) {
      rows.set(turn.row, answered);
    } else {
      turn.row = rows.size();
      rows.add(answered);
    }
  }
}
