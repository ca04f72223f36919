package dev.dragoman.core.pack;

import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.RoomEvent.Reason;
import org.jspecify.annotations.Nullable;

/// How moves of a room are packed.
final class MoveForm {
  static final Cause[] CAUSES = Cause.values();
  static final Reason[] REASONS = Reason.values();
  private static final Content.Kind[] KINDS = Content.Kind.values();

  private MoveForm() {}

  static void write(Sink sink, Move move) {
    switch (move) {
      case Move.Queue(var groups, var desk, var cause, var memo) -> {
        sink.tag(0);
        sink.list(groups, (into, number) -> into.number(number));
        sink.constant(desk);
        sink.constant(cause);
        ValueForm.writeMembers(sink, memo);
      }
      case Move.Attend(var room, var agentId) -> of(sink, 1, room, agentId);
      case Move.Assign(var room, var agentId) -> of(sink, 2, room, agentId);
      case Move.Say(var room, var by, var content) -> {
        of(sink, 3, room, by);
        writeContent(sink, content);
      }
      case Move.ToGroup(var room, var by, int group) -> {
        of(sink, 4, room, by);
        sink.number(group);
      }
      case Move.ToAgent(var room, var by, var agentId) -> {
        of(sink, 5, room, by);
        sink.text(agentId);
      }
      case Move.Requeue(var room, var by) -> of(sink, 6, room, by);
      case Move.AgentGone(var room, var agentId) -> of(sink, 7, room, agentId);
      case Move.Close(var room, var by, var reason) -> {
        of(sink, 8, room, by);
        sink.constant(reason);
      }
      case Move.AgentAway(var room, var agentId) -> of(sink, 9, room, agentId);
    }
  }

  private static void of(Sink sink, int tag, @Nullable String room, @Nullable String agentId) {
    sink.tag(tag);
    sink.optionalText(room);
    sink.optionalText(agentId);
  }

  static Move read(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 ->
          new Move.Queue(
              source.list(Source::smallNumber),
              Tags.of(RoomForm.DESKS, source.tag()),
              Tags.of(CAUSES, source.tag()),
              ValueForm.readMembers(source));
      case 1 -> new Move.Attend(source.optionalText(), agent(source));
      case 2 -> new Move.Assign(source.optionalText(), agent(source));
      case 3 -> new Move.Say(source.optionalText(), source.optionalText(), readContent(source));
      case 4 ->
          new Move.ToGroup(source.optionalText(), source.optionalText(), source.smallNumber());
      case 5 -> new Move.ToAgent(source.optionalText(), source.optionalText(), source.text());
      case 6 -> new Move.Requeue(source.optionalText(), source.optionalText());
      case 7 -> new Move.AgentGone(source.optionalText(), agent(source));
      case 8 ->
          new Move.Close(
              source.optionalText(), source.optionalText(), Tags.of(REASONS, source.tag()));
      case 9 -> new Move.AgentAway(source.optionalText(), agent(source));
      default -> throw new MalformedPackException("no move has tag " + tag);
    };
  }

  private static String agent(Source source) {
    String agentId = source.optionalText();
    if (agentId == null) {
      throw new MalformedPackException("a move without its agent");
    }
    return agentId;
  }

  static void writeContent(Sink sink, Content content) {
    sink.constant(content.kind());
    sink.text(content.value());
    sink.text(content.name());
    sink.text(content.mime());
    sink.number(content.bytes());
  }

  static Content readContent(Source source) {
    return new Content(
        Tags.of(KINDS, source.tag()), source.text(), source.text(), source.text(), source.number());
  }
}
