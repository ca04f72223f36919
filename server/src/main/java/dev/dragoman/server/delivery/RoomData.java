package dev.dragoman.server.delivery;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.RoomEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the native form tells of a room. The room's token and what its door remembers stay inside.
final class RoomData {
  private RoomData() {}

  static Value.Obj of(RoomEvent event) {
    ObjBuilder data =
        Value.Obj.builder()
            .put("room", event.ref().ids().uuid())
            .put("roomId", event.ref().ids().hex());
    return switch (event) {
      case RoomEvent.Queued queued ->
          data.put("group", queued.group())
              .put("desk", word(queued.desk()))
              .put("cause", word(queued.cause()))
              .put("question", queued.context().question())
              .put("answer", queued.context().answer())
              .build();
      case RoomEvent.Attended(_, var agent, int group) ->
          data.put("group", group).put("agent", agent(agent)).build();
      case RoomEvent.Transferred(_, var route, var target, var by) ->
          data.put("fromGroup", route.from())
              .put("toGroup", route.to())
              .put("why", word(route.why()))
              .put("agent", agent(target))
              .put("by", agent(by))
              .build();
      case RoomEvent.Message message ->
          data.put("message", message.messageId())
              .put("author", word(message.author()))
              .put("agent", agent(message.agent()))
              .put("group", message.group())
              .put("content", content(message.content()))
              .build();
      case RoomEvent.Closed(_, var reason, var agent, int group) ->
          data.put("reason", word(reason)).put("agent", agent(agent)).put("group", group).build();
      case RoomEvent.AgentPaused(_, var agent) -> data.put("agent", agent(agent)).build();
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Value agent(@Nullable Agent agent) {
    return agent == null
        ? Value.Null.NULL
        : Value.Obj.builder()
            .put("id", agent.id())
            .put("number", agent.number())
            .put("name", agent.name())
            .put("email", agent.email())
            .build();
  }

  private static Value.Obj content(Content content) {
    return Value.Obj.builder()
        .put("kind", word(content.kind()))
        .put("value", content.value())
        .put("name", content.name())
        .put("type", content.mime())
        .put("bytes", content.bytes())
        .build();
  }
}
