package dev.dragoman.server.api;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.RoomRefusal;
import dev.dragoman.server.http.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The answers to moves of rooms that were refused.
final class RoomProblems {
  private RoomProblems() {}

  static Response of(RoomRefusal refusal) {
    return switch (refusal.code()) {
      case UNKNOWN_GROUP -> Problems.invalid("group", "is no group of this workspace");
      case UNKNOWN_AGENT -> Problems.invalid("agent", "is no agent of this workspace");
      case NO_ROOM -> conflict(refusal, "No room is open in this conversation.");
      case ROOM_CLOSED -> conflict(refusal, "The room is closed.");
      case TAKEN -> conflict(refusal, "The room was taken" + by(refusal.by()) + ".");
      case NOT_ATTENDED -> conflict(refusal, "No agent has the room yet.");
      case NOT_YOURS -> conflict(refusal, "Another agent has the room" + of(refusal.by()) + ".");
      case ANOTHER_DESK -> conflict(refusal, "The room belongs to another desk.");
      case GROUP_CLOSED -> conflict(refusal, "The group is closed now.");
      case OWN_GROUP -> conflict(refusal, "The room is in that group already.");
      case OWN_AGENT -> conflict(refusal, "That agent has the room already.");
      case AGENT_FULL -> conflict(refusal, "All seats of the agent are taken.");
      case AGENT_AWAY -> conflict(refusal, "The agent is not online.");
    };
  }

  private static String by(@Nullable Agent agent) {
    return agent == null ? "" : " by " + agent.name() + " (agent " + agent.number() + ")";
  }

  private static String of(@Nullable Agent agent) {
    return agent == null ? "" : ": " + agent.name() + " (agent " + agent.number() + ")";
  }

  private static Response conflict(RoomRefusal refusal, String detail) {
    String code = refusal.code().name().toLowerCase(Locale.ROOT);
    ObjBuilder document =
        Problems.document(Problems.Type.CONFLICT, detail, List.of(Problems.entry("room", detail)))
            .put("code", code);
    Agent agent = refusal.by();
    if (agent != null) {
      document.put(
          "agent",
          Value.Obj.builder()
              .put("id", agent.id())
              .put("number", agent.number())
              .put("name", agent.name())
              .build());
    }
    return Problems.sent(Problems.Type.CONFLICT.status, document.build());
  }
}
