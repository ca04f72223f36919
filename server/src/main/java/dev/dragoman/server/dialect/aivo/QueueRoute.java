package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /api/v1/live-handler/queue/external` (contract aivo §2.1): the user waits for an agent, in
/// the thread where they were active last. Who waits already keeps their room; another group moves
/// it.
final class QueueRoute {
  static final String PATH = "/api/v1/live-handler/queue/external";
  private static final String WEBHOOK_HEADER = "X-Webhook-Url";

  private final Desks desks;
  private final AivoDoor.Addressing addressing;

  QueueRoute(Desks desks, AivoDoor.Addressing addressing) {
    this.desks = desks;
    this.addressing = addressing;
  }

  /// What every route works with.
  record Desks(Access access, Rooms rooms, Turns turns) {}

  private record Queueing(
      Request request,
      Access.Guest guest,
      QueueRequest asked,
      String hash,
      @Nullable String webhook) {}

  Response handle(Request request) {
    return Bodies.read(
        request,
        QueueRequest::of,
        asked ->
            desks
                .access()
                .guest(asked.bot())
                .map(guest -> checked(request, guest, asked))
                .orElseGet(Errors::unauthorized));
  }

  private Response checked(Request request, Access.Guest guest, QueueRequest asked) {
    Optional<String> defect = asked.constants().defect();
    if (defect.isPresent()) {
      return Errors.of(422, defect.get());
    }
    String hash = guest.plain(asked.hash());
    if (hash.length() > Limits.PEER_LENGTH) {
      return Errors.of(400, "user.hash must have 1 to " + Limits.PEER_LENGTH + " characters");
    }
    String webhook =
        asked.webhook() == null ? request.header(WEBHOOK_HEADER).orElse(null) : asked.webhook();
    Optional<String> refused =
        webhook == null ? Optional.empty() : addressing.refused().apply(webhook);
    return refused.isPresent()
        ? Errors.of(400, "webhook is refused: " + refused.get())
        : queue(new Queueing(request, guest, asked, hash, webhook));
  }

  private Response queue(Queueing queueing) {
    Access.Guest guest = queueing.guest();
    Move queue =
        new Move.Queue(
            queueing.asked().groups(),
            Desk.OWN,
            RoomEvent.Cause.API,
            Memo.of(guest.keyId(), queueing.webhook()));
    Turns.Taken taken =
        new Turns.Taken(
            guest.workspace(),
            guest.botId(),
            target(queueing),
            new Input.InRoom(queue),
            guest.inputId(queueing.request()));
    return switch (desks.turns().take(taken)) {
      case Outcome.Committed(var turn) -> queued(queueing, turn);
      case Outcome.Repeated(var turn) -> queued(queueing, turn);
      case Outcome other -> Refusals.of(other);
    };
  }

  private Target target(Queueing queueing) {
    String botId = queueing.guest().botId();
    return desks
        .rooms()
        .lastActive(queueing.guest(), queueing.hash())
        .<Target>map(Target.Known::new)
        .orElseGet(
            () ->
                new Target.Addressed(
                    botId,
                    Rooms.ACCOUNT,
                    new Target.Identity(botId, queueing.hash()),
                    0,
                    queueing.asked().attributes()));
  }

  private Response queued(Queueing queueing, Turn turn) {
    remember(queueing, turn.after().address().contactId());
    return ids(turn).map(QueueRoute::answer).orElseGet(Errors::closed);
  }

  /// What is told of somebody known is new for them too.
  private void remember(Queueing queueing, String contactId) {
    Value.Obj told = queueing.asked().attributes();
    int workspace = queueing.guest().workspace();
    boolean isKnown =
        addressing
            .contacts()
            .get(workspace, contactId)
            .map(known -> known.body().attributes())
            .filter(known -> Value.Obj.builder().setAll(known).setAll(told).build().equals(known))
            .isPresent();
    if (!isKnown) {
      addressing
          .contacts()
          .change(
              workspace,
              contactId,
              body ->
                  body.attributes(
                      Value.Obj.builder().setAll(body.attributes()).setAll(told).build()));
    }
  }

  /// The turn told of the room, or it was open already.
  private static Optional<Room.Ids> ids(Turn turn) {
    for (Leg leg : turn.legs()) {
      for (Event event : leg.told().events()) {
        if (event instanceof Event.InRoom(var told)) {
          return Optional.of(told.ref().ids());
        }
      }
    }
    return turn.after().holder() instanceof Holder.Room(var room, _)
        ? Optional.of(room.ids())
        : Optional.empty();
  }

  private static Response answer(Room.Ids ids) {
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder()
                .put("conversationId", ids.uuid())
                .put("customToken", ids.token())
                .put("messageQueueId", ids.queueId())
                .build()));
  }
}
