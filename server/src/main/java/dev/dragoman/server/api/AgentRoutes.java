package dev.dragoman.server.api;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Move;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.ApiKeys;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Agents: who they are, how many rooms they have at once, whether they work, and their keys.
final class AgentRoutes {
  static final String KIND = "agent";
  private static final String TAG = "Groups and agents";
  private static final int LONGEST = 200;
  private static final int MOST_GROUPS = 100;
  private static final long DAY_SECONDS = 86_400;
  private static final Map<String, AgentRow.State> STATES =
      new TreeMap<>(
          Map.of(
              "online", AgentRow.State.ONLINE,
              "paused", AgentRow.State.PAUSED,
              "offline", AgentRow.State.OFFLINE));

  private final Parts parts;

  /// What agents are made of.
  ///
  /// @param numbers the number of an agent of this id
  record Parts(
      Staffing staffing, RoomList rooms, Keys keys, Turns turns, ApiDoor.Sources sources) {}

  private final Numbering numbering;

  /// Takes a number for an agent.
  interface Numbering {
    /// The number of that agent in that workspace.
    long of(int workspace, String agentId);

    /// Takes a number that was given; false when somebody else has it.
    boolean take(int workspace, String agentId, long number);
  }

  /// @param number given on import, or null
  private record Wanted(@Nullable Long number, Agent agent, int capacity, List<Integer> groups) {
    Staffing.Configured numbered(int number) {
      Agent named = agent;
      return new Staffing.Configured(
          new Agent(
              named.id(), number, named.name(), named.nickname(), named.email(), named.avatar()),
          capacity,
          groups);
    }
  }

  private record Presence(AgentRow.State state, long seconds) {}

  AgentRoutes(Parts parts, Numbering numbering) {
    this.parts = parts;
    this.numbering = numbering;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/agents", new Named("listAgents", TAG, "Agents, by id"))
            .opens(Operation.STAFFED)
            .paged()
            .answers(200, "AgentPage", this::list),
        Operation.post("/agents", new Named("makeAgent", TAG, "A new agent"))
            .reads("NewAgent")
            .answers(201, "Agent", this::make),
        Operation.get("/agents/{id}", new Named("getAgent", TAG, "One agent"))
            .opens(Operation.STAFFED)
            .answers(200, "Agent", this::get),
        Operation.patch("/agents/{id}", new Named("changeAgent", TAG, "Their settings anew"))
            .matches()
            .reads("NewAgent")
            .answers(200, "Agent", this::change),
        Operation.delete(
                "/agents/{id}",
                new Named("removeAgent", TAG, "Takes them away: keys end, rooms wait again"))
            .answers(204, null, this::remove),
        Operation.post(
                "/agents/{id}/presence",
                new Named("setPresence", TAG, "What they do, and for how long it is believed"))
            .opens(Operation.AGENTS)
            .reads("Presence")
            .answers(200, "Agent", this::present),
        Operation.post(
                "/agents/{id}/keys", new Named("makeAgentKey", TAG, "A key for this agent alone"))
            .reads("NewAgentKey")
            .answers(201, "MadeKey", this::key));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            parts.staffing().agents(call.workspace()).stream()
                .filter(row -> row.agent().id().compareTo(asked.after()) > 0)
                .limit(asked.limit())
                .map(row -> new Page.Entry(row.agent().id(), shown(row)))
                .toList());
  }

  private Value.Obj shown(AgentRow row) {
    AgentRow.State state = row.presence().at(parts.sources().nowNanos().getAsLong());
    Value until =
        state == AgentRow.State.OFFLINE ? Value.Null.NULL : Times.of(row.presence().untilNanos());
    return named(row.agent())
        .with("capacity", Value.of(row.capacity()))
        .with("groups", new Value.List(row.teams().stream().<Value>map(Value::of).toList()))
        .with("presence", Value.of(state.name().toLowerCase(Locale.ROOT)))
        .with("until", until)
        .with("rooms", Value.of(row.taken().size()));
  }

  static Value.Obj named(Agent agent) {
    return Value.Obj.builder()
        .put("id", agent.id())
        .put("number", agent.number())
        .put("name", agent.name())
        .put("nickname", agent.nickname())
        .put("email", agent.email())
        .put("avatar", agent.avatar())
        .build();
  }

  private static Decoded<Wanted> wanted(Fields fields, String id) {
    Long number = fields.optionalWhole("number", 1, Integer.MAX_VALUE);
    String name = fields.text("name", 1, LONGEST);
    String nickname = fields.optionalText("nickname", 1, LONGEST);
    String email = fields.optionalText("email", 0, LONGEST);
    String avatar = fields.optionalText("avatar", 0, LONGEST);
    Long capacity = fields.optionalWhole("capacity", 1, Limits.AGENT_CAPACITY);
    List<Integer> groups = fields.optionalList("groups", 0, MOST_GROUPS, AgentRoutes::group);
    fields.refuseUnknown();
    return fields.decoded(
        () ->
            new Wanted(
                number,
                new Agent(
                    id,
                    0,
                    name,
                    nickname == null ? name : nickname,
                    email == null ? "" : email,
                    avatar == null ? "" : avatar),
                capacity == null ? 1 : capacity.intValue(),
                groups == null ? List.of() : groups));
  }

  private static Integer group(Item item) {
    return Math.toIntExact(item.whole(1, Integer.MAX_VALUE));
  }

  private Response make(Call call) {
    String id = parts.sources().ids().get();
    return call.read(
        fields -> wanted(fields, id),
        wanted -> serves(call, wanted) ? made(call, wanted) : noGroups());
  }

  private boolean serves(Call call, Wanted wanted) {
    return parts.staffing().teams(call.workspace()).stream()
        .map(TeamRow::number)
        .toList()
        .containsAll(wanted.groups());
  }

  private static Response noGroups() {
    return Problems.invalid("groups", "must be groups of this workspace");
  }

  private Response made(Call call, Wanted wanted) {
    String id = wanted.agent().id();
    Long given = wanted.number();
    if (given != null && !numbering.take(call.workspace(), id, given)) {
      return Problems.conflict(
          "number", "The number " + given + " belongs to another agent already.");
    }
    int number = Math.toIntExact(numbering.of(call.workspace(), id));
    parts.staffing().put(call.workspace(), wanted.numbered(number));
    return answer(call, 201, id);
  }

  private Response answer(Call call, int status, String id) {
    return parts
        .staffing()
        .agent(call.workspace(), id)
        .map(row -> answer(status, row))
        .orElseGet(Problems::notFound);
  }

  private Response answer(int status, AgentRow row) {
    return edition(row).on(Response.json(status, Json.write(shown(row))));
  }

  /// What they do changes by itself and makes no edition.
  private static Edition edition(AgentRow row) {
    return Edition.ofContent(
        named(row.agent())
            .with("capacity", Value.of(row.capacity()))
            .with("groups", Value.of(row.teams().toString())));
  }

  private Optional<AgentRow> found(Call call) {
    return call.id("id").flatMap(id -> parts.staffing().agent(call.workspace(), id));
  }

  private Response get(Call call) {
    return found(call).map(row -> answer(200, row)).orElseGet(Problems::notFound);
  }

  private Response change(Call call) {
    return found(call)
        .map(
            row ->
                edition(row).isStale(call)
                    ? Edition.stale(call)
                    : call.read(
                        fields -> wanted(fields, row.agent().id()),
                        wanted -> changedTo(call, row.agent(), wanted)))
        .orElseGet(Problems::notFound);
  }

  /// The number stays.
  private Response changedTo(Call call, Agent before, Wanted wanted) {
    if (wanted.number() != null && wanted.number() != before.number()) {
      return Problems.invalid("number", "cannot be changed");
    }
    if (!serves(call, wanted)) {
      return noGroups();
    }
    return parts
            .staffing()
            .change(
                call.workspace(),
                wanted.numbered(before.number()),
                now -> !edition(now).isStale(call))
        ? answer(call, 200, before.id())
        : Edition.stale(call);
  }

  /// First nobody gives them anything any more, then what they have waits again.
  private Response remove(Call call) {
    Optional<String> id =
        call.id("id").filter(one -> parts.staffing().removeAgent(call.workspace(), one));
    id.ifPresent(one -> leave(call.workspace(), one));
    return id.isPresent() ? Response.empty(204) : Problems.notFound();
  }

  private void leave(int workspace, String agentId) {
    for (ApiKeys.Row key : parts.keys().all(workspace)) {
      if (key.kind().equals(Kind.AGENT.name()) && agentId.equals(key.subject())) {
        parts.keys().revoke(workspace, key.id());
      }
    }
    for (RoomList.Row room : parts.rooms().ofAgent(workspace, agentId)) {
      Input gone = new Input.InRoom(new Move.AgentGone(room.names().id(), agentId));
      Target conversation = new Target.Known(room.names().conversationId());
      parts
          .turns()
          .take(new Turns.Taken(workspace, room.names().botId(), conversation, gone, null));
    }
  }

  private Response present(Call call) {
    return found(call)
        .map(row -> isOf(call, row) ? changed(call, row) : Problems.forbidden())
        .orElseGet(Problems::notFound);
  }

  private static boolean isOf(Call call, AgentRow row) {
    return call.credential().kind() != Kind.AGENT
        || row.agent().id().equals(call.credential().subject());
  }

  private Response changed(Call call, AgentRow row) {
    return call.read(
        fields -> {
          AgentRow.State state = fields.choice("presence", STATES);
          Long seconds = fields.optionalWhole("seconds", 1, DAY_SECONDS);
          fields.refuseUnknown();
          return fields.decoded(() -> new Presence(state, seconds == null ? 60 : seconds));
        },
        presence -> {
          long nanos = TimeUnit.SECONDS.toNanos(presence.seconds());
          parts.staffing().present(call.workspace(), row.agent().id(), presence.state(), nanos);
          return answer(call, 200, row.agent().id());
        });
  }

  private Response key(Call call) {
    return found(call)
        .map(
            row ->
                call.read(
                    fields -> {
                      Long hours = fields.optionalWhole("hours", 1, 24L * 365);
                      fields.refuseUnknown();
                      return fields.decoded(() -> hours == null ? 12 : hours);
                    },
                    hours -> made(call, row, hours)))
        .orElseGet(Problems::notFound);
  }

  private Response made(Call call, AgentRow row, long hours) {
    long expires = parts.sources().nowNanos().getAsLong() + TimeUnit.HOURS.toNanos(hours);
    Keys.Wanted wanted =
        new Keys.Wanted(Kind.AGENT, row.agent().id(), row.agent().name(), null, expires);
    Keys.Made made = parts.keys().make(call.workspace(), wanted).orElseThrow();
    return Response.json(201, Json.write(KeyRoutes.shown(made, wanted)));
  }
}
