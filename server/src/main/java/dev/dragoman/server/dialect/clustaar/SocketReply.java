package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import java.util.Optional;
import java.util.function.BiConsumer;

/// `interlocutor_reply`: "Post reply" over a socket, the same turn and the same answers.
final class SocketReply {
  private final Keys keys;
  private final Turns turns;

  SocketReply(Keys keys, Turns turns) {
    this.keys = keys;
    this.turns = turns;
  }

  /// What HTTP would have answered.
  record Answered(int status, Value body) {
    static Answered of(Response response) {
      return new Answered(
          response.status(),
          Json.read(response.body()) instanceof JsonRead.Read(var body) ? body : Value.Null.NULL);
    }

    boolean good() {
      return status == 200;
    }
  }

  /// Takes a reply through its turn; `begun` hears of its first leg before any other is told.
  Answered take(
      int workspace,
      Conversation.Address address,
      Value.Obj payload,
      BiConsumer<Leg, Pushes.Own> begun) {
    String token = payload.get("token") instanceof Value.Text(var text) ? text : "";
    Optional<Credential> found = keys.find(token);
    if (found.isEmpty()) {
      return Answered.of(Errors.unauthorized());
    }
    if (found.get().workspace() != workspace
        || !found.get().opens(Credential.Kind.BOT_TOKEN, address.botId())) {
      return Answered.of(Errors.forbidden());
    }
    Value body = payload.get("body");
    return switch (ReplyRequest.decode(body == null ? Value.Null.NULL : body)) {
      case Decoded.Defective<ReplyRequest>(var defects) -> Answered.of(Errors.invalid(defects));
      case Decoded.Whole<ReplyRequest>(var asked) ->
          take(
              new Turns.Taken(
                  workspace,
                  address.botId(),
                  new Target.Known(address.conversationId()),
                  asked.input(),
                  null),
              new Pushes.Own(asked.echo(), asked.debug() || debug(payload)),
              begun);
    };
  }

  private static boolean debug(Value.Obj payload) {
    return payload.get("params") instanceof Value.Obj params
        && ReplyRequest.isTrue(params.get("debug"));
  }

  private Answered take(Turns.Taken taken, Pushes.Own own, BiConsumer<Leg, Pushes.Own> begun) {
    return switch (turns.take(taken, leg -> begun.accept(leg, own))) {
      case Outcome.Committed(var turn) -> answered(turn, own);
      case Outcome.Repeated(var turn) -> answered(turn, own);
      case Outcome other -> Answered.of(Refusals.of(other));
    };
  }

  private static Answered answered(Turn turn, Pushes.Own own) {
    return new Answered(
        200, ReplyAnswer.of(turn.conversationId(), turn.legs(), own.echo(), own.debug()));
  }
}
