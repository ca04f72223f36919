package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.Threads;

/// `POST /v1/conversation`: a new conversation, each time another (contract gptbots §2).
final class CreateRoute {
  /// The channel all doors of integrators lead to.
  static final String ACCOUNT = "direct";

  static final int USER_ID = 32;

  private final Desk desk;
  private final Threads threads;

  CreateRoute(Desk desk, Threads threads) {
    this.desk = desk;
    this.threads = threads;
  }

  Response handle(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                desk.bodies()
                    .read(request, CreateRoute::userId, user -> create(request, guest, user)));
  }

  private static Decoded<String> userId(Fields fields) {
    String userId = fields.text("user_id", 1, USER_ID);
    return fields.decoded(() -> userId);
  }

  private Response create(Request request, Access.Guest guest, String userId) {
    if (!Repetition.isLegal(request)) {
      return desk.errors().invalid(Repeats.HEADER, Repeats.RULE);
    }
    String botId = guest.bot().botId();
    int thread = threads.next(new Addresses.Key(guest.workspace(), botId, ACCOUNT, botId, userId));
    Target target =
        new Target.Addressed(
            botId, ACCOUNT, new Target.Identity(botId, userId), thread, Value.Obj.EMPTY);
    Turns.Taken taken =
        new Turns.Taken(
            guest.workspace(),
            botId,
            target,
            new Input.Open(),
            Repetition.inputId(request, guest, ""));
    return switch (desk.turns().take(taken)) {
      case Outcome.Committed(var turn) -> created(turn.conversationId());
      case Outcome.Repeated(var turn) -> created(turn.conversationId());
      case Outcome other -> desk.refusals().of(other, Code.AGENT_DELETED);
    };
  }

  private static Response created(String conversationId) {
    return Response.json(
        200, Json.write(Value.Obj.of("conversation_id", Value.of(conversationId))));
  }
}
