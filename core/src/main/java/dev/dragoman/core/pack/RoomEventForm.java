package dev.dragoman.core.pack;

import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomEvent.Ref;
import org.jspecify.annotations.Nullable;

/// How events of rooms are packed.
final class RoomEventForm {
  private static final RoomEvent.Why[] WHYS = RoomEvent.Why.values();
  private static final RoomEvent.Author[] AUTHORS = RoomEvent.Author.values();

  private RoomEventForm() {}

  static void write(Sink sink, RoomEvent event) {
    switch (event) {
      case RoomEvent.Queued(var ref, int group, var desk, var cause, var context) -> {
        of(sink, 0, ref);
        sink.number(group);
        sink.constant(desk);
        sink.constant(cause);
        sink.text(context.question());
        sink.text(context.answer());
      }
      case RoomEvent.Attended(var ref, var agent, int group) -> {
        of(sink, 1, ref);
        RoomForm.writeAgent(sink, agent);
        sink.number(group);
      }
      case RoomEvent.Transferred(var ref, var route, var target, var by) -> {
        of(sink, 2, ref);
        sink.number(route.from());
        sink.number(route.to());
        sink.constant(route.why());
        writeAgent(sink, target);
        writeAgent(sink, by);
      }
      case RoomEvent.Message(var ref, var id, var author, var agent, int group, var content) -> {
        of(sink, 3, ref);
        sink.text(id);
        sink.constant(author);
        writeAgent(sink, agent);
        sink.number(group);
        MoveForm.writeContent(sink, content);
      }
      case RoomEvent.Closed(var ref, var reason, var agent, int group) -> {
        of(sink, 4, ref);
        sink.constant(reason);
        writeAgent(sink, agent);
        sink.number(group);
      }
      case RoomEvent.AgentPaused(var ref, var agent) -> {
        of(sink, 5, ref);
        RoomForm.writeAgent(sink, agent);
      }
    }
  }

  private static void of(Sink sink, int tag, Ref ref) {
    sink.tag(tag);
    RoomForm.writeIds(sink, ref.ids());
    ValueForm.writeMembers(sink, ref.memo());
  }

  private static void writeAgent(Sink sink, @Nullable Agent agent) {
    sink.optional(agent, RoomForm::writeAgent);
  }

  static RoomEvent read(Source source) {
    int tag = source.tag();
    Ref ref = new Ref(RoomForm.readIds(source), ValueForm.readMembers(source));
    return switch (tag) {
      case 0 ->
          new RoomEvent.Queued(
              ref,
              source.smallNumber(),
              Tags.of(RoomForm.DESKS, source.tag()),
              Tags.of(MoveForm.CAUSES, source.tag()),
              new RoomEvent.Context(source.text(), source.text()));
      case 1 -> new RoomEvent.Attended(ref, RoomForm.readAgent(source), source.smallNumber());
      case 2 ->
          new RoomEvent.Transferred(
              ref,
              new RoomEvent.Route(
                  source.smallNumber(), source.smallNumber(), Tags.of(WHYS, source.tag())),
              readAgent(source),
              readAgent(source));
      case 3 ->
          new RoomEvent.Message(
              ref,
              source.text(),
              Tags.of(AUTHORS, source.tag()),
              readAgent(source),
              source.smallNumber(),
              MoveForm.readContent(source));
      case 4 ->
          new RoomEvent.Closed(
              ref,
              Tags.of(MoveForm.REASONS, source.tag()),
              readAgent(source),
              source.smallNumber());
      case 5 -> new RoomEvent.AgentPaused(ref, RoomForm.readAgent(source));
      default -> throw new MalformedPackException("no event of a room has tag " + tag);
    };
  }

  private static @Nullable Agent readAgent(Source source) {
    return source.optional(RoomForm::readAgent);
  }
}
