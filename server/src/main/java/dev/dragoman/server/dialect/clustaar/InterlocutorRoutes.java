package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Legs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Creates, reads and updates interlocutors (contract clustaar §1.3, §1.4).
final class InterlocutorRoutes {
  static final String ACCOUNT = "direct";

  private final Access access;
  private final Turns turns;
  private final Keys keys;
  private final Records records;

  /// What is read of conversations outside a turn.
  record Records(
      Contacts contacts, Legs legs, dev.dragoman.server.store.Conversations conversations) {}

  InterlocutorRoutes(Access access, Turns turns, Keys keys, Records records) {
    this.access = access;
    this.turns = turns;
    this.keys = keys;
    this.records = records;
  }

  private record Asked(String userId, Value.Obj attributes, @Nullable String socketToken) {}

  Response create(Request request) {
    String botId = request.place("botID");
    return switch (access.bot(request, botId, Credential.Kind.BOT_TOKEN)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, _) ->
          read(
              request,
              asked ->
                  create(credential, botId, asked, request.query("use_websocket").isPresent()));
    };
  }

  private Response create(Credential credential, String botId, Asked asked, boolean socket) {
    Target target =
        new Target.Addressed(
            botId, ACCOUNT, new Target.Identity(botId, asked.userId()), 0, asked.attributes());
    Turns.Taken taken =
        new Turns.Taken(credential.workspace(), botId, target, new Input.Open(), null);
    return switch (turns.take(taken)) {
      case Outcome.Committed(var turn) -> created(credential, turn, asked, socket);
      case Outcome.Overloaded(_, int seconds) -> Errors.busy(503, seconds);
      case Outcome.NotFound _ -> Errors.notFound("Bot");
      case Outcome.Repeated _,
          Outcome.ConflictingRepeat _,
          Outcome.Refused _,
          Outcome.NeedsVersion _,
          Outcome.Poisoned _,
          Outcome.Unknown _ ->
          Errors.busy(503, 1);
    };
  }

  private Response created(Credential credential, Turn turn, Asked asked, boolean socket) {
    ObjBuilder data =
        Value.Obj.builder().put("type", "interlocutor").put("id", turn.conversationId());
    if (socket || asked.socketToken() != null) {
      Keys.Wanted wanted =
          new Keys.Wanted(
              Credential.Kind.INTERLOCUTOR,
              turn.conversationId(),
              "socket",
              asked.socketToken(),
              null);
      boolean first = !keys.exists(credential.workspace(), wanted);
      var made =
          first ? keys.make(credential.workspace(), wanted) : java.util.Optional.<Keys.Made>empty();
      if (socket && made.isPresent()) {
        data.put("socketToken", made.get().key());
      }
    }
    return Response.json(200, Json.write(Value.Obj.of("data", data.build())));
  }

  Response get(Request request) {
    String id = request.place("id");
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_KEY)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) -> shown(credential, address);
    };
  }

  private Response shown(Credential credential, Conversation.Address address) {
    int workspace = credential.workspace();
    ContactBody contact =
        records
            .contacts()
            .get(workspace, address.contactId())
            .map(Contacts.Contact::body)
            .orElse(new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY));
    Conversation state = records.conversations().state(workspace, address.conversationId());
    List<Leg> first = records.legs().from(workspace, address.conversationId(), 0, 1);
    ObjBuilder data =
        Value.Obj.builder()
            .put("type", "interlocutor")
            .put("id", address.conversationId())
            .put("botID", address.botId())
            .put("userID", address.peer());
    InterlocutorForm.putNamed(data, contact.attributes());
    data.put("location", InterlocutorForm.location(contact.attributes()))
        .put("customAttributes", InterlocutorForm.custom(contact.attributes()))
        .put(
            "createdAt",
            InterlocutorForm.date(first.isEmpty() ? 0 : first.getFirst().moment().epochNanos()))
        .put(
            "lastReplyAt",
            state == null || state.progress().sequence() == 0
                ? Value.Null.NULL
                : InterlocutorForm.date(state.progress().lastNanos()));
    return Response.json(200, Json.write(Value.Obj.of("data", data.build())));
  }

  Response update(Request request) {
    String id = request.place("id");
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_KEY)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) ->
          read(request, asked -> update(credential, address, asked));
    };
  }

  private Response update(Credential credential, Conversation.Address address, Asked asked) {
    if (!asked.userId().equals(address.peer())) {
      return Errors.invalid("userID", "cannot be changed");
    }
    records
        .contacts()
        .change(
            credential.workspace(),
            address.contactId(),
            body -> body.attributes(merged(body.attributes(), asked.attributes())));
    return Response.empty(200);
  }

  private static Value.Obj merged(Value.Obj old, Value.Obj given) {
    return Value.Obj.builder().setAll(old).setAll(given).build();
  }

  private interface Answering {
    Response answer(Asked asked);
  }

  private static Response read(Request request, Answering answering) {
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Errors.notJson(problem);
      case JsonRead.Read(var body) -> {
        Fields fields = Fields.of(body);
        fields.choice("type", Map.of("interlocutor", true));
        String userId = fields.text("userID", 1, InterlocutorForm.LONGEST_USER_ID);
        Value.Obj attributes = InterlocutorForm.attributes(fields);
        String socketToken = fields.optionalText("socketToken", 16, 255);
        yield switch (fields.decoded(() -> new Asked(userId, attributes, socketToken))) {
          case Decoded.Defective<Asked>(var defects) -> Errors.invalid(defects);
          case Decoded.Whole<Asked>(var asked) -> answering.answer(asked);
        };
      }
    };
  }
}
