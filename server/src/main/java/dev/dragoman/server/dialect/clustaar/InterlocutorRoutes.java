package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Creates, reads and updates interlocutors (contract clustaar §1.3, §1.4).
final class InterlocutorRoutes {
  static final String ACCOUNT = "direct";
  private static final int TURNSTILES = 256;

  private final Access access;
  private final Turns turns;
  private final SocketTokens tokens;
  private final ClustaarDoor.Records records;

  /// Many requests for one new user go in one by one: all but the first find what it has made.
  private final Lock[] turnstiles = new Lock[TURNSTILES];

  InterlocutorRoutes(
      Access access, Turns turns, SocketTokens tokens, ClustaarDoor.Records records) {
    this.access = access;
    this.turns = turns;
    this.tokens = tokens;
    this.records = records;
    Arrays.setAll(turnstiles, _ -> new ReentrantLock());
  }

  Response create(Request request) {
    return switch (access.bot(request, request.place("botID"), Credential.Kind.BOT_TOKEN)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, _) ->
          read(request, InterlocutorRequest::create, asked -> create(request, credential, asked));
    };
  }

  private Response create(Request request, Credential credential, InterlocutorRequest asked) {
    if (!Repetition.isLegal(request)) {
      return Repetition.illegal();
    }
    String botId = request.place("botID");
    boolean shown = request.query("use_websocket").filter(InterlocutorRoutes::isOn).isPresent();
    Addresses.Key key =
        new Addresses.Key(credential.workspace(), botId, ACCOUNT, botId, asked.userId());
    Lock first = turnstiles[Math.floorMod(key.hashCode(), turnstiles.length)];
    first.lock();
    try {
      Optional<String> known = records.addresses().find(key);
      return known.isPresent() && request.header(Repeats.HEADER).isEmpty()
          ? created(credential, known.get(), asked, shown)
          : open(request, credential, asked, shown);
    } finally {
      first.unlock();
    }
  }

  private Response open(
      Request request, Credential credential, InterlocutorRequest asked, boolean shown) {
    String botId = request.place("botID");
    Target target =
        new Target.Addressed(
            botId, ACCOUNT, new Target.Identity(botId, asked.userId()), 0, asked.attributes());
    Turns.Taken taken =
        new Turns.Taken(
            credential.workspace(),
            botId,
            target,
            new Input.Open(),
            Repetition.inputId(request, credential));
    return switch (turns.take(taken)) {
      case Outcome.Committed(var turn) -> created(credential, turn.conversationId(), asked, shown);
      case Outcome.Repeated(var turn) -> created(credential, turn.conversationId(), asked, shown);
      case Outcome other -> Refusals.of(other);
    };
  }

  /// `?use_websocket` alone is on; so is every value but those that say no.
  private static boolean isOn(String value) {
    return !value.equals("0") && !value.equalsIgnoreCase("false");
  }

  private Response created(
      Credential credential, String id, InterlocutorRequest asked, boolean shown) {
    ObjBuilder data = Value.Obj.builder().put("type", "interlocutor").put("id", id);
    if (shown || asked.socketToken() != null) {
      tokens
          .mint(credential.workspace(), id, asked.socketToken())
          .filter(_ -> shown)
          .ifPresent(token -> data.put("socketToken", token));
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
          read(request, InterlocutorRequest::update, asked -> update(credential, address, asked));
    };
  }

  /// The same under the bot's own path.
  Response updateOfBot(Request request) {
    String id = request.place("id");
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_KEY)) {
      case Access.Entry.Granted(_, var address)
          when !address.botId().equals(request.place("botID")) ->
          Errors.notFound("Interlocutor");
      case Access.Entry.Granted _, Access.Entry.Refused _ -> update(request);
    };
  }

  private Response update(
      Credential credential, Conversation.Address address, InterlocutorRequest asked) {
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

  private static Response read(
      Request request,
      Function<Value, Decoded<InterlocutorRequest>> decode,
      Function<InterlocutorRequest, Response> answer) {
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Errors.notJson(problem);
      case JsonRead.Read(var body) ->
          switch (decode.apply(body)) {
            case Decoded.Defective<InterlocutorRequest>(var defects) -> Errors.invalid(defects);
            case Decoded.Whole<InterlocutorRequest>(var asked) -> answer.apply(asked);
          };
    };
  }
}
