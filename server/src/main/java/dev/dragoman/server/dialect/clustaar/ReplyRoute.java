package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import dev.dragoman.server.people.Credential;

/// `POST /interlocutors/{id}/reply`: the answer of the bot (contract clustaar §2 and §3).
final class ReplyRoute {
  private final Access access;
  private final Turns turns;

  ReplyRoute(Access access, Turns turns) {
    this.access = access;
    this.turns = turns;
  }

  Response handle(Request request) {
    String id = request.place("id");
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_TOKEN)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) -> reply(request, credential, address);
    };
  }

  private Response reply(Request request, Credential credential, Conversation.Address address) {
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Errors.notJson(problem);
      case JsonRead.Read(var body) ->
          switch (ReplyRequest.decode(body)) {
            case Decoded.Defective<ReplyRequest>(var defects) -> Errors.invalid(defects);
            case Decoded.Whole<ReplyRequest>(var asked) ->
                answer(request, credential, address, asked);
          };
    };
  }

  private Response answer(
      Request request, Credential credential, Conversation.Address address, ReplyRequest asked) {
    if (!Repetition.isLegal(request)) {
      return Repetition.illegal();
    }
    Turns.Taken taken =
        new Turns.Taken(
            credential.workspace(),
            address.botId(),
            new Target.Known(address.conversationId()),
            asked.input(),
            Repetition.inputId(request, credential));
    boolean debug = asked.debug() || isDebug(request);
    return settled(turns.take(taken), asked, debug);
  }

  private static boolean isDebug(Request request) {
    return request.query("debug").map(Value::of).filter(ReplyRequest::isTrue).isPresent();
  }

  private static Response settled(Outcome outcome, ReplyRequest asked, boolean debug) {
    return switch (outcome) {
      case Outcome.Committed(var turn) -> encoded(turn, asked, debug);
      case Outcome.Repeated(var turn) -> encoded(turn, asked, debug);
      case Outcome other -> Refusals.of(other);
    };
  }

  private static Response encoded(Turn turn, ReplyRequest asked, boolean debug) {
    return Response.json(
        200, Json.write(ReplyAnswer.of(turn.conversationId(), turn.legs(), asked.echo(), debug)));
  }
}
