package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.RoomEvent;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Name and `data` of one event, member by member in the documented order (seed 002; contract aivo
/// §3.2 to §3.5).
///
/// @param hash the user's, as the integrator made it
/// @param suffix what follows it, or empty
record Telling(Wishes wishes, String hash, String suffix) {
  /// What is sent under which name.
  record Said(String name, Value.Obj data) {}

  /// What the integrator hears of it; nothing of what it does itself.
  Optional<Said> of(RoomEvent event) {
    return switch (event) {
      case RoomEvent.Attended(_, var agent, int group) ->
          Optional.of(new Said("attended", Value.Obj.of("agent", agent(agent, group))));
      case RoomEvent.Transferred transferred -> transfer(transferred);
      case RoomEvent.Message message -> message(message);
      case RoomEvent.Closed closed -> close(closed);
      case RoomEvent.Queued _, RoomEvent.AgentPaused _ -> Optional.empty();
    };
  }

  private static Value.Obj agent(Agent agent, int group) {
    return Value.Obj.builder()
        .put("name", agent.name())
        .put("nickname", agent.nickname())
        .put("groupId", group)
        .build();
  }

  private Value.Obj filled(@Nullable Agent agent, int group) {
    return wishes.fillAgent() && agent != null ? agent(agent, group) : Value.Obj.EMPTY;
  }

  private String suffixed() {
    return hash + suffix;
  }

  private Optional<Said> transfer(RoomEvent.Transferred event) {
    RoomEvent.Route route = event.route();
    boolean toGroup = event.target() == null && route.from() != route.to();
    if (!toGroup && !wishes.tellAllTransfers()) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            "transfer",
            Value.Obj.builder()
                .put("value", event.target() == null ? "Transfer to group" : "Transfer to agent")
                .put("hash", wishes.transferHashPlain() ? hash : suffixed())
                .put("originGroup", route.from())
                .put("target", route.to())
                .put("agent", filled(event.by(), route.from()))
                .build()));
  }

  private Optional<Said> message(RoomEvent.Message event) {
    return switch (event.author()) {
      case CONTACT -> Optional.empty();
      case AGENT, TRIGGER -> {
        ObjBuilder data =
            Value.Obj.builder()
                .put("action", event.content().kind().name().toLowerCase(Locale.ROOT))
                .put("value", event.content().value())
                .put("source", event.author().name().toLowerCase(Locale.ROOT))
                .put("hash", suffixed())
                .put("agent", filled(event.agent(), event.group()));
        yield Optional.of(new Said("messageToClient", data.build()));
      }
    };
  }

  private Optional<Said> close(RoomEvent.Closed event) {
    if (event.reason() == RoomEvent.Reason.CONTACT && !wishes.echoClientClose()) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            "close",
            Value.Obj.builder()
                .put("hash", suffixed())
                .put("reason", reason(event.reason()))
                .put("agent", filled(event.agent(), event.group()))
                .build()));
  }

  private String reason(RoomEvent.Reason reason) {
    return switch (reason) {
      case AGENT -> "agent";
      case QUEUE_CLEANING -> "queue clean process";
      case TRIGGER -> wishes.closedByTrigger();
      case CONTACT, API -> wishes.closedByUser();
    };
  }
}
