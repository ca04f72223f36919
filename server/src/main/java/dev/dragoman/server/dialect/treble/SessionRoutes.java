package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Updates sessions, and shows what was said in them (contract treble §4.2, §4.3).
final class SessionRoutes {
  private static final int LONGEST_KEY = 200;

  private final Access access;
  private final FirstCommit turns;
  private final SessionHistory history;

  SessionRoutes(Access access, FirstCommit turns, SessionHistory history) {
    this.access = access;
    this.turns = turns;
    this.history = history;
  }

  /// Merges values, and lets the session go on if it waits for them. Answered as soon as that is
  /// committed, whatever hooks it leads to.
  Response update(Request request) {
    if (!access.admits(request)) {
      return Errors.unauthorized();
    }
    Optional<Access.Session> session = access.session(request, request.place("id"));
    if (session.isEmpty()) {
      return Errors.noSession();
    }
    if (!request.header(Repeats.HEADER).map(Repeats::isLegal).orElse(true)) {
      return Errors.of(400, Repeats.HEADER + " " + Repeats.RULE);
    }
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Errors.of(400, problem.message());
      case JsonRead.Read(var body) ->
          switch (values(Fields.of(body))) {
            case Decoded.Defective<Value.Obj>(var defects) -> Errors.invalid(400, defects);
            case Decoded.Whole<Value.Obj>(var values) -> update(request, session.get(), values);
          };
    };
  }

  private static Decoded<Value.Obj> values(Fields fields) {
    List<Entry> entries =
        fields.list("user_session_keys", 0, Limits.SESSION_VALUES, SessionRoutes::entry);
    return fields.decoded(() -> merged(entries));
  }

  /// One entry of `user_session_keys`.
  record Entry(String key, Value value) {}

  static Value.Obj merged(List<Entry> entries) {
    var values = Value.Obj.builder();
    entries.forEach(entry -> values.set(entry.key(), entry.value()));
    return values.build();
  }

  static @Nullable Entry entry(Item item) {
    Fields fields = item.object();
    String key = fields.text("key", 1, LONGEST_KEY);
    Value value = fields.optional("value");
    String type = fields.optionalText("type", 0, LONGEST_KEY);
    Value read = SessionKeys.read(value, type);
    if (read.weight() > Limits.SESSION_VALUE_BYTES / 4
        && bytes(read) > Limits.SESSION_VALUE_BYTES) {
      fields.invalid("value", "must have at most " + Limits.SESSION_VALUE_BYTES + " bytes");
    }
    return fields.build(() -> new Entry(key, read));
  }

  private static int bytes(Value value) {
    return Json.write(value).length;
  }

  private Response update(Request request, Access.Session session, Value.Obj values) {
    InputId inputId =
        request
            .header(Repeats.HEADER)
            .map(key -> Repeats.inputId(session.source(), key, request.path(), request.body()))
            .orElse(null);
    Turns.Taken taken =
        new Turns.Taken(
            session.workspace(),
            session.address().botId(),
            new Target.Known(session.address().conversationId()),
            new Input.SessionUpdated(session.id(), values),
            inputId);
    return switch (turns.take(taken, Audience.CHANNEL)) {
      case FirstCommit.Taken.Committed _ -> updated(session);
      case FirstCommit.Taken.Refused(var outcome) ->
          Errors.of(outcome, isKnown(session) ? Errors.closed() : Errors.noSession());
    };
  }

  private boolean isKnown(Access.Session session) {
    return history.walk(
        session.workspace(), session.address().conversationId(), session.id(), _ -> {});
  }

  private static Response updated(Access.Session session) {
    Value.Obj answer =
        Value.Obj.builder()
            .put("message", "Session updated successfully")
            .put("session_id", session.id())
            .build();
    return Response.json(200, Json.write(answer));
  }

  /// What was said in a session, oldest first.
  Response history(Request request) {
    if (access.account(request).isEmpty()) {
      return Errors.unauthorized();
    }
    Optional<Access.Session> found = access.session(request, request.place("id"));
    if (found.isEmpty()) {
      return Errors.noSession();
    }
    Access.Session session = found.get();
    MessageForms messages = new MessageForms();
    boolean known =
        history.walk(
            session.workspace(), session.address().conversationId(), session.id(), messages::take);
    return known ? Response.json(200, Json.write(messages.all())) : Errors.noSession();
  }
}
