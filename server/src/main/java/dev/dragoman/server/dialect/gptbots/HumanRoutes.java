package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.DeskRooms;
import java.util.function.Function;

/// What the developer's desk does: writes to the user, and closes (contract gptbots §7.3). Its
/// conversation ids are those of rooms.
final class HumanRoutes {
  private static final int ID = 100;
  private static final long LATEST_MILLIS = 9_000_000_000_000L;
  private static final Value.Obj OK =
      Value.Obj.builder().put("code", 0).put("message", "OK").build();

  private final Desk desk;
  private final HumanRooms rooms;

  HumanRoutes(Desk desk, HumanRooms rooms) {
    this.desk = desk;
    this.rooms = rooms;
  }

  private record Asked(String roomId, Move move) {}

  Response receive(Request request) {
    return handle(request, HumanRoutes::message);
  }

  private static Decoded<Asked> message(Fields fields) {
    String id = fields.text("conversation_id", 1, ID);
    fields.whole("timestamp", 0, LATEST_MILLIS);
    String text = fields.text("body", 1, Limits.MESSAGE_TEXT);
    if (text.isBlank() && !text.isEmpty()) {
      fields.invalid("body", "must not be blank");
    }
    return fields.decoded(() -> new Asked(id, new Move.Say(id, null, Content.text(text))));
  }

  Response close(Request request) {
    return handle(request, HumanRoutes::closing);
  }

  private static Decoded<Asked> closing(Fields fields) {
    String id = fields.text("conversation_id", 1, ID);
    fields.whole("timestamp", 0, LATEST_MILLIS);
    return fields.decoded(() -> new Asked(id, new Move.Close(id, null, RoomEvent.Reason.AGENT)));
  }

  private Response handle(Request request, Function<Fields, Decoded<Asked>> decode) {
    return desk.access()
        .enter(
            request,
            guest -> desk.bodies().read(request, decode, asked -> find(request, guest, asked)));
  }

  private Response find(Request request, Access.Guest guest, Asked asked) {
    if (!Repetition.isLegal(request)) {
      return desk.errors().invalid(Repeats.HEADER, Repeats.RULE);
    }
    return rooms
        .find(guest.workspace(), asked.roomId())
        .filter(room -> room.botId().equals(guest.bot().botId()))
        .map(room -> move(request, guest, room, asked.move()))
        .orElseGet(desk.errors()::noConversation);
  }

  private Response move(Request request, Access.Guest guest, DeskRooms.Place room, Move move) {
    Turns.Taken taken =
        new Turns.Taken(
            guest.workspace(),
            room.botId(),
            new Target.Known(room.conversationId()),
            new Input.InRoom(move),
            Repetition.inputId(request, guest, ""));
    return switch (desk.turns().take(taken)) {
      case Outcome.Committed _, Outcome.Repeated _ -> Response.json(200, Json.write(OK));
      case Outcome other -> desk.refusals().of(other, Code.AGENT_GONE);
    };
  }
}
