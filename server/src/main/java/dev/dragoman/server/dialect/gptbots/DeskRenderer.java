package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.DeskRooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the developer's desk of its rooms (contract gptbots §7.2): established, what the user
/// writes, closed. The endpoint's URL is the base; each kind has its own suffix.
///
/// | event | path | body |
/// |---|---|---|
/// | queued at a desk outside | `/conversation/establish` | who, and what was said last |
/// | the user wrote | `/chat` | the text |
/// | closed, but not by the desk | `/conversation/close` | `TIMEOUT` or `USER_CLOSED` |
///
/// The setting `email` of the endpoint stands in for a user who has told none.
public final class DeskRenderer implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "gptbots-desk";

  private final HumanRooms rooms;

  /// Looks up where the humans of a room sit.
  public DeskRenderer(HumanRooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.ROOM_QUEUED, Kind.ROOM_MESSAGE, Kind.ROOM_CLOSED);
  }

  @Override
  public Schedule schedule() {
    return Schedule.CHAT;
  }

  /// The user's e-mail address is what it is when the room is established.
  @Override
  public boolean followsFromLeg() {
    return false;
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    Leg leg = told.leg();
    List<Event> events = leg.told().events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.InRoom(var event) && isOutside(told, event)) {
        long millis = Math.floorDiv(leg.moment().epochNanos() + i, Moment.NANOS_PER_MILLI);
        Call call = call(told, endpoint, event, millis);
        if (call != null) {
          rendered.add(call.rendered(told, endpoint, leg.firstSequence() + i));
        }
      }
    }
    return rendered;
  }

  /// The desk answers with the room's id: it has to be found from the moment the desk knows it.
  private boolean isOutside(Told told, RoomEvent event) {
    String room = event.ref().ids().hex();
    if (event instanceof RoomEvent.Queued queued && queued.desk() == Desk.ENDPOINT) {
      String conversation = told.address().conversationId();
      rooms.note(told.workspace(), room, new DeskRooms.Place(conversation, told.address().botId()));
      return true;
    }
    return rooms.find(told.workspace(), room).isPresent();
  }

  private record Call(String path, Value.Obj body) {
    Rendered rendered(Told told, Endpoint endpoint, long sequence) {
      String base = endpoint.url();
      String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
      return new Rendered(
          sequence,
          EventId.of(told.address().conversationId(), sequence),
          path.substring(1),
          Json.write(body),
          List.of(new Header("Content-Type", "application/json")),
          Optional.of(url));
    }
  }

  private static @Nullable Call call(Told told, Endpoint endpoint, RoomEvent event, long millis) {
    return switch (event) {
      case RoomEvent.Queued queued ->
          new Call("/conversation/establish", established(told, endpoint, queued, millis));
      case RoomEvent.Message message when message.author() == RoomEvent.Author.CONTACT ->
          new Call("/chat", opening(event, millis).put("body", message.content().value()).build());
      case RoomEvent.Closed closed when closed.reason() != RoomEvent.Reason.AGENT ->
          new Call(
              "/conversation/close",
              opening(event, millis).put("type", type(closed.reason())).build());
      case RoomEvent.Message _,
          RoomEvent.Closed _,
          RoomEvent.Attended _,
          RoomEvent.Transferred _,
          RoomEvent.AgentPaused _ ->
          null;
    };
  }

  private static ObjBuilder opening(RoomEvent event, long millis) {
    return Value.Obj.builder()
        .put("conversation_id", event.ref().ids().hex())
        .put("timestamp", millis);
  }

  private static String type(RoomEvent.Reason reason) {
    return switch (reason) {
      case TRIGGER, QUEUE_CLEANING -> "TIMEOUT";
      case CONTACT, API, AGENT -> "USER_CLOSED";
    };
  }

  private static Value.Obj established(
      Told told, Endpoint endpoint, RoomEvent.Queued queued, long millis) {
    ContactBody contact = told.lookups().contact();
    String known = contact.attributes().text("email");
    String standIn = endpoint.settings().text("email");
    String email = known != null ? known : standIn == null ? "" : standIn;
    boolean direct = told.address().account().equals(CreateRoute.ACCOUNT);
    boolean fits = direct && told.address().peer().length() <= CreateRoute.USER_ID;
    String peer = told.address().peer();
    Value.Obj user =
        Value.Obj.builder()
            .put("phone", orNull(contact.identities().text("phone")))
            .put("email", orNull(known))
            .put("user_id", orNull(fits ? peer : null))
            .put("anonymous_id", orNull(fits ? null : peer))
            .build();
    return Value.Obj.builder()
        .put("body", said(queued.context()))
        .put("timestamp", millis)
        .put("email", email)
        .put("conversation_id", queued.ref().ids().hex())
        .put("bot_id", told.address().botId())
        .put("user_info", user)
        .build();
  }

  /// The last question and the last answer, as far as there were any.
  private static Value.List said(RoomEvent.Context context) {
    List<Value> said = new ArrayList<>();
    add(said, context.question(), "QUESTION");
    add(said, context.answer(), "ANSWER");
    return new Value.List(said);
  }

  private static void add(List<Value> said, String text, String type) {
    if (!text.isEmpty()) {
      said.add(Value.Obj.builder().put("text", text).put("message_type", type).build());
    }
  }

  private static Value orNull(@Nullable String text) {
    return text == null ? Value.Null.NULL : Value.of(text);
  }
}
