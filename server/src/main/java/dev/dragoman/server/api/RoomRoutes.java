package dev.dragoman.server.api;

import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.read.ConversationQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Rooms: what waits for humans, what they do in it.
final class RoomRoutes {
  private static final String TAG = "Rooms";
  private static final int MOST_GROUPS = 20;
  private static final int LONGEST_NAME = 255;
  private static final Map<String, String> STATES =
      new TreeMap<>(Map.of("queued", "queued", "attended", "attended", "closed", "closed"));
  private static final Map<String, Content.Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "text", Content.Kind.TEXT,
              "image", Content.Kind.IMAGE,
              "file", Content.Kind.FILE));

  private final RoomList rooms;
  private final ConversationQueries conversations;
  private final Drive drive;

  RoomRoutes(RoomList rooms, ConversationQueries conversations, Drive drive) {
    this.rooms = rooms;
    this.conversations = conversations;
    this.drive = drive;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/rooms", new Named("listRooms", TAG, "Rooms, by id"))
            .opens(Operation.STAFFED)
            .filter("state", "Only those queued, attended or closed.", "RoomState")
            .filter("group", "Only those in this group.", "VersionNumber")
            .filter("agent", "Only those of this agent.")
            .paged()
            .answers(200, "RoomPage", this::list),
        Operation.get("/rooms/{id}", new Named("getRoom", TAG, "One room, by id or UUID"))
            .opens(Operation.STAFFED)
            .answers(200, "Room", this::get),
        Operation.post(
                "/conversations/{id}/room",
                new Named("queueRoom", TAG, "Gives a conversation to the humans of a group"))
            .opens(Operation.WRITERS)
            .drivesTurn()
            .reads("QueueRoom")
            .answers(200, "Room", this::queue),
        moving("attend", "attendRoom", "An agent takes it out of the queue")
            .reads("ByAgent")
            .answers(200, "Room", call -> move(call, RoomRoutes::attend)),
        moving("messages", "sayInRoom", "A message of its agent to the contact")
            .reads("RoomMessage")
            .answers(200, "Room", call -> move(call, RoomRoutes::say)),
        moving("transfer", "transferRoom", "To another group or agent")
            .reads("TransferRoom")
            .answers(200, "Room", call -> move(call, RoomRoutes::transfer)),
        moving("requeue", "requeueRoom", "Back to the queue of its group, at its old place")
            .reads("ByAgent")
            .answers(200, "Room", call -> move(call, RoomRoutes::requeue)),
        moving("close", "closeRoom", "The end: the conversation is the bot's again")
            .reads("ByAgent")
            .answers(200, "Room", call -> move(call, RoomRoutes::close)));
  }

  private static Operation.Making moving(String verb, String id, String summary) {
    return Operation.post("/rooms/{id}/" + verb, new Named(id, TAG, summary))
        .opens(Operation.AGENTS)
        .drivesTurn();
  }

  private Response list(Call call) {
    Optional<String> state = call.request().query("state");
    Optional<String> group = call.request().query("group");
    Optional<String> agent = call.request().query("agent");
    if (!state.map(STATES::containsKey).orElse(true)) {
      return Problems.invalid("state", "must be queued, attended or closed");
    }
    if (!group.map(one -> one.matches("[0-9]{1,9}")).orElse(true)) {
      return Problems.invalid("group", "must be the number of a group");
    }
    if (!agent.map(Ids::isObjectId).orElse(true)) {
      return Problems.invalid("agent", "must be 24 hexadecimal digits");
    }
    RoomList.Filter filter =
        new RoomList.Filter(
            state.orElse(null), group.map(Integer::valueOf).orElse(null), agent.orElse(null));
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            rooms.after(call.workspace(), filter, asked.after(), asked.limit()).stream()
                .map(row -> new Page.Entry(row.names().id(), shown(row)))
                .toList());
  }

  private static Value.Obj shown(RoomList.Row row) {
    return Value.Obj.builder()
        .put("id", row.names().id())
        .put("uuid", row.names().uuid())
        .put("conversation", row.names().conversationId())
        .put("bot", row.names().botId())
        .put("desk", row.place().desk())
        .put("state", row.place().state())
        .put("group", row.place().team())
        .put("agent", Shown.orNull(row.place().agentId()))
        .put("queuedAt", Times.of(row.times().queuedNanos()))
        .put("changedAt", Times.of(row.times().changedNanos()))
        .build();
  }

  private Optional<RoomList.Row> found(Call call) {
    String id = call.request().place("id");
    boolean uuid = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    return Ids.isObjectId(id) || uuid ? rooms.find(call.workspace(), id) : Optional.empty();
  }

  private Response get(Call call) {
    return found(call).map(RoomRoutes::answer).orElseGet(Problems::notFound);
  }

  private static Response answer(RoomList.Row row) {
    return Response.json(200, Json.write(shown(row)));
  }

  private Response queue(Call call) {
    return ConversationRoutes.find(conversations, call)
        .filter(one -> !one.erased())
        .map(
            one ->
                call.read(
                    RoomRoutes::queued,
                    move ->
                        drive.answer(
                            call,
                            new Drive.Way(
                                one.state().address().botId(), new Target.Known(one.id())),
                            new Input.InRoom(move),
                            (turn, _) ->
                                turn.after().holder() instanceof Holder.Room(var room, _)
                                    ? afterwards(call, room.ids().hex())
                                    : Problems.notFound())))
        .orElseGet(Problems::notFound);
  }

  private static Decoded<Move> queued(Fields fields) {
    List<Integer> groups = fields.list("groups", 1, MOST_GROUPS, RoomRoutes::group);
    Fields memo = fields.optionalObject("memo");
    fields.refuseUnknown();
    Value.Obj kept = memo == null ? Value.Obj.EMPTY : memo.source();
    if (Pack.pack(kept).length > Limits.ROOM_MEMO_BYTES) {
      fields.invalid("memo", "must be at most " + Limits.ROOM_MEMO_BYTES + " bytes");
    }
    return fields.decoded(() -> new Move.Queue(groups, Desk.OWN, RoomEvent.Cause.API, kept));
  }

  private static Integer group(Item item) {
    return Math.toIntExact(item.whole(1, Integer.MAX_VALUE));
  }

  private Response afterwards(Call call, String roomId) {
    return rooms
        .find(call.workspace(), roomId)
        .map(RoomRoutes::answer)
        .orElseGet(Problems::notFound);
  }

  /// Who does it to which room.
  private record Doing(String room, @Nullable String by, Fields fields) {
    /// The agent who does it, or a defect: nobody else can.
    String agent() {
      if (by == null) {
        fields.invalid("agent", "is required with a key that is not an agent's");
      }
      return by == null ? "" : by;
    }
  }

  private Response move(Call call, BiFunction<Doing, Fields, Move> reader) {
    return found(call).map(row -> move(call, row, reader)).orElseGet(Problems::notFound);
  }

  private Response move(Call call, RoomList.Row row, BiFunction<Doing, Fields, Move> reader) {
    return call.read(
        fields -> {
          String by = by(call, fields);
          Move move = reader.apply(new Doing(row.names().id(), by, fields), fields);
          fields.refuseUnknown();
          return fields.decoded(() -> move);
        },
        move ->
            drive.answer(
                call,
                new Drive.Way(row.names().botId(), new Target.Known(row.names().conversationId())),
                new Input.InRoom(move),
                (_, _) -> afterwards(call, row.names().id())));
  }

  /// An agent's key is that agent; any other key may name one.
  private static @Nullable String by(Call call, Fields fields) {
    String given = fields.optionalText("agent", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    if (call.credential().kind() != Kind.AGENT) {
      return given;
    }
    if (given != null && !given.equals(call.credential().subject())) {
      fields.invalid("agent", "is another agent than this key's");
    }
    return call.credential().subject();
  }

  private static Move attend(Doing doing, Fields fields) {
    return new Move.Attend(doing.room(), doing.agent());
  }

  private static Move say(Doing doing, Fields fields) {
    Content.Kind kind = fields.choice("type", KINDS);
    String value =
        kind == Content.Kind.TEXT
            ? fields.text("text", 1, Limits.MESSAGE_TEXT)
            : fields.text("url", 8, Limits.ATTRIBUTE_TEXT);
    if (kind != Content.Kind.TEXT && !value.matches("(?i)https?://[!-~]+")) {
      fields.invalid("url", "must be an http or https address");
    }
    String name = fields.optionalText("name", 1, LONGEST_NAME);
    String mime = fields.optionalText("mime", 1, LONGEST_NAME);
    Long bytes = fields.optionalWhole("bytes", 0, Long.MAX_VALUE);
    Content content =
        new Content(
            kind,
            value,
            name == null ? "" : name,
            mime == null ? "" : mime,
            bytes == null ? 0 : bytes);
    return new Move.Say(doing.room(), doing.agent(), content);
  }

  private static Move transfer(Doing doing, Fields fields) {
    Long group = fields.optionalWhole("group", 1, Integer.MAX_VALUE);
    String target = fields.optionalText("to", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    if ((group == null) == (target == null)) {
      fields.invalid("group", "is required, or else to");
    }
    return target == null
        ? new Move.ToGroup(doing.room(), doing.by(), group == null ? 0 : group.intValue())
        : new Move.ToAgent(doing.room(), doing.by(), target);
  }

  private static Move requeue(Doing doing, Fields fields) {
    return new Move.Requeue(doing.room(), doing.by());
  }

  private static Move close(Doing doing, Fields fields) {
    RoomEvent.Reason reason = doing.by() == null ? RoomEvent.Reason.API : RoomEvent.Reason.AGENT;
    return new Move.Close(doing.room(), doing.by(), reason);
  }
}
