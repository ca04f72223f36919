package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomRefusal;
import dev.dragoman.server.dialect.aivo.QueueRoute.Desks;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import java.util.Objects;
import java.util.function.BiFunction;

/// What the integrator does to a room: the user's words go to its agent, and it is closed (contract
/// aivo §2.3, §2.4; paths and names by the map).
final class RoomRoutes {
  private final Desks desks;
  private final WireMap map;

  RoomRoutes(Desks desks, WireMap map) {
    this.desks = desks;
    this.map = map;
  }

  private record Doing(Request request, Access.Guest guest, RoomRequest asked) {}

  Response message(Request request) {
    return Bodies.read(
        request,
        fields -> RoomRequest.message(map, fields),
        asked -> in(request, asked, this::say));
  }

  Response close(Request request) {
    return Bodies.read(
        request, fields -> RoomRequest.close(map, fields), asked -> in(request, asked, this::end));
  }

  private Response in(
      Request request, RoomRequest asked, BiFunction<Doing, Rooms.Found, Response> done) {
    return desks
        .access()
        .guest(asked.bot())
        .map(
            guest ->
                desks
                    .rooms()
                    .find(guest, asked.room())
                    .map(room -> done.apply(new Doing(request, guest, asked), room))
                    .orElseGet(Errors::noRoom))
        .orElseGet(Errors::unauthorized);
  }

  /// Nobody waits here for what a bot says: if the room closes in this instant, the bot's words go
  /// where all words without a caller go.
  private Response say(Doing doing, Rooms.Found room) {
    if (room.closed()) {
      return Errors.closed();
    }
    Input text = Objects.requireNonNull(doing.asked().content()).input();
    return switch (take(doing, room, text)) {
      case Outcome.Committed _, Outcome.Repeated _ -> done(map.message(), room);
      case Outcome other -> Refusals.of(other);
    };
  }

  /// Closed is closed, however often it is asked for.
  private Response end(Doing doing, Rooms.Found room) {
    if (room.closed()) {
      return done(map.close(), room);
    }
    Move close = new Move.Close(room.hex(), null, RoomEvent.Reason.CONTACT);
    return switch (take(doing, room, new Input.InRoom(close))) {
      case Outcome.Committed _, Outcome.Repeated _ -> done(map.close(), room);
      case Outcome.RoomRefused(var refusal) when isOver(refusal) -> done(map.close(), room);
      case Outcome other -> Refusals.of(other);
    };
  }

  private static boolean isOver(RoomRefusal refusal) {
    return refusal.code() == RoomRefusal.Code.ROOM_CLOSED
        || refusal.code() == RoomRefusal.Code.NO_ROOM;
  }

  private Outcome take(Doing doing, Rooms.Found room, Input input) {
    Access.Guest guest = doing.guest();
    Turns.Taken taken =
        new Turns.Taken(
            guest.workspace(),
            guest.botId(),
            new Target.Known(room.conversationId()),
            input,
            guest.inputId(doing.request()));
    return desks.turns().take(taken, Audience.CHANNEL, _ -> {});
  }

  private static Response done(WireMap.Call call, Rooms.Found room) {
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder()
                .put(call.out("conversationId"), room.uuid())
                .put(call.out("status"), call.done())
                .build()));
  }
}
