package dev.dragoman.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.RoomEvent.Reason;
import dev.dragoman.core.room.RoomRefusal.Code;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cell of the table over [Transitions]: each state, each input, and what comes of it.
class TransitionTableTest {
  private static final long NOW = 1_763_629_200_000_000_000L;
  private static final Agent ANA = agent("ana", 1);
  private static final Agent BEN = agent("ben", 2);
  private static final Agent FULL = agent("full", 3);
  private static final Agent AWAY = agent("away", 4);
  private static final RoomEvent.Context SILENCE = new RoomEvent.Context("", "");
  private static final Staff STAFF =
      new Staff(
          true,
          List.of(group(10, true), group(20, true), group(30, false)),
          List.of(
              new Staff.Member(ANA, List.of(10), true, 1),
              new Staff.Member(BEN, List.of(10, 20), true, 2),
              new Staff.Member(FULL, List.of(10), true, 0),
              new Staff.Member(AWAY, List.of(10), false, 1)));

  private static Agent agent(String id, int number) {
    return new Agent(id, number, id, "", "", "");
  }

  private static Staff.Group group(int number, boolean open) {
    return new Staff.Group(number, "g" + number, open, open, Rules.STANDARD);
  }

  /// Where a conversation's room may stand.
  enum State {
    NONE,
    QUEUED,
    ATTENDED,
    QUEUED_OUTSIDE,
    ATTENDED_OUTSIDE;

    @Nullable Room room() {
      Desk desk = name().endsWith("OUTSIDE") ? Desk.ENDPOINT : Desk.OWN;
      Agent agent = desk == Desk.OWN ? ANA : Agent.OUTSIDE;
      Room queued =
          new Room(
              new Room.Ids("uuid", "hex", "queue", "token"),
              new Room.Origin(desk, 10, NOW - 5, Value.Obj.EMPTY, null),
              new Room.Queued(10, NOW - 5, NOW - 5),
              Rules.STANDARD);
      return switch (this) {
        case NONE -> null;
        case QUEUED, QUEUED_OUTSIDE -> queued;
        case ATTENDED, ATTENDED_OUTSIDE ->
            queued.at(
                new Room.Attended(10, agent, 1, new Room.Silence(Room.Party.AGENT, NOW - 3, 0)));
      };
    }
  }

  private static Move queue(Integer... groups) {
    return new Move.Queue(List.of(groups), Desk.OWN, Cause.API, Value.Obj.EMPTY);
  }

  private static Move say(@Nullable String by) {
    return new Move.Say(null, by, Content.text("hello"));
  }

  /// Each row: a move, and what it comes to in each of the states in their order.
  private static Stream<Arguments> table() {
    return Stream.of(
        row(queue(10), "queued", "same", "same", "same", "same"),
        row(queue(20), "queued", "queued 20", "queued 20", "queued 20", "queued 20"),
        row(
            queue(99),
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP"),
        row(queue(), "queued", "same", "same", "same", "same"),
        row(new Move.Attend(null, "ana"), "NO_ROOM", "ana", "same", "ANOTHER_DESK", "TAKEN"),
        row(new Move.Attend(null, "ben"), "NO_ROOM", "ben", "TAKEN", "ANOTHER_DESK", "TAKEN"),
        row(new Move.Attend(null, "away"), "NO_ROOM", "away", "TAKEN", "ANOTHER_DESK", "TAKEN"),
        row(
            new Move.Attend(null, "full"),
            "NO_ROOM",
            "AGENT_FULL",
            "TAKEN",
            "ANOTHER_DESK",
            "TAKEN"),
        row(
            new Move.Attend(null, "nobody"),
            "NO_ROOM",
            "UNKNOWN_AGENT",
            "TAKEN",
            "ANOTHER_DESK",
            "TAKEN"),
        row(
            new Move.Attend("old", "ana"),
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED"),
        row(new Move.Assign(null, "ana"), "NO_ROOM", "ana", "TAKEN", "ANOTHER_DESK", "TAKEN"),
        row(new Move.Assign(null, "away"), "NO_ROOM", "AGENT_AWAY", "TAKEN", "AGENT_AWAY", "TAKEN"),
        row(say("ana"), "NO_ROOM", "NOT_ATTENDED", "ana", "ANOTHER_DESK", "ANOTHER_DESK"),
        row(say("ben"), "NO_ROOM", "NOT_ATTENDED", "NOT_YOURS", "ANOTHER_DESK", "ANOTHER_DESK"),
        row(say(null), "NO_ROOM", "ANOTHER_DESK", "ANOTHER_DESK", "outside", "outside"),
        row(
            new Move.ToGroup(null, null, 20),
            "NO_ROOM",
            "queued 20",
            "queued 20",
            "queued 20",
            "queued 20"),
        row(
            new Move.ToGroup(null, "ana", 20),
            "NO_ROOM",
            "NOT_ATTENDED",
            "queued 20",
            "NOT_ATTENDED",
            "NOT_YOURS"),
        row(
            new Move.ToGroup(null, "ben", 20),
            "NO_ROOM",
            "NOT_ATTENDED",
            "NOT_YOURS",
            "NOT_ATTENDED",
            "NOT_YOURS"),
        row(
            new Move.ToGroup(null, null, 99),
            "NO_ROOM",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP",
            "UNKNOWN_GROUP"),
        row(
            new Move.ToGroup(null, null, 10),
            "NO_ROOM",
            "OWN_GROUP",
            "OWN_GROUP",
            "OWN_GROUP",
            "OWN_GROUP"),
        row(
            new Move.ToGroup(null, null, 30),
            "NO_ROOM",
            "GROUP_CLOSED",
            "GROUP_CLOSED",
            "GROUP_CLOSED",
            "GROUP_CLOSED"),
        row(
            new Move.ToAgent(null, null, "ben"),
            "NO_ROOM",
            "ben",
            "ben",
            "ANOTHER_DESK",
            "ANOTHER_DESK"),
        row(
            new Move.ToAgent(null, "ana", "ben"),
            "NO_ROOM",
            "NOT_ATTENDED",
            "ben",
            "NOT_ATTENDED",
            "NOT_YOURS"),
        row(
            new Move.ToAgent(null, null, "ana"),
            "NO_ROOM",
            "ana",
            "OWN_AGENT",
            "ANOTHER_DESK",
            "ANOTHER_DESK"),
        row(
            new Move.ToAgent(null, null, "away"),
            "NO_ROOM",
            "AGENT_AWAY",
            "AGENT_AWAY",
            "ANOTHER_DESK",
            "ANOTHER_DESK"),
        row(
            new Move.ToAgent(null, null, "full"),
            "NO_ROOM",
            "AGENT_FULL",
            "AGENT_FULL",
            "ANOTHER_DESK",
            "ANOTHER_DESK"),
        row(
            new Move.ToAgent(null, null, "nobody"),
            "NO_ROOM",
            "UNKNOWN_AGENT",
            "UNKNOWN_AGENT",
            "ANOTHER_DESK",
            "ANOTHER_DESK"),
        row(new Move.Requeue(null, null), "NO_ROOM", "same", "queued 10", "same", "queued 10"),
        row(
            new Move.Requeue(null, "ben"),
            "NO_ROOM",
            "NOT_ATTENDED",
            "NOT_YOURS",
            "NOT_ATTENDED",
            "NOT_YOURS"),
        row(new Move.AgentGone(null, "ana"), "NO_ROOM", "same", "queued 10", "same", "same"),
        row(new Move.AgentGone(null, "ben"), "NO_ROOM", "same", "same", "same", "same"),
        row(new Move.AgentAway(null, "ana"), "NO_ROOM", "same", "same", "same", "same"),
        row(new Move.AgentAway(null, "away"), "NO_ROOM", "same", "same", "same", "same"),
        row(
            new Move.Close(null, null, Reason.API),
            "NO_ROOM",
            "closed",
            "closed",
            "closed",
            "closed"),
        row(
            new Move.Close(null, "ana", Reason.AGENT),
            "NO_ROOM",
            "NOT_ATTENDED",
            "closed",
            "NOT_ATTENDED",
            "NOT_YOURS"),
        row(
            new Move.Close("old", null, Reason.API),
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED",
            "ROOM_CLOSED"));
  }

  private static Arguments row(Move move, String... outcomes) {
    Map<State, String> cells = new EnumMap<>(State.class);
    State[] states = State.values();
    assertThat(outcomes).hasSize(states.length);
    for (int i = 0; i < states.length; i++) {
      cells.put(states[i], outcomes[i]);
    }
    return Arguments.of(move, cells);
  }

  private static Transitions transitions() {
    return new Transitions(
        new Setting(
            STAFF,
            NOW,
            Rules.STANDARD,
            new Setting.Names(() -> new Room.Ids("uuid", "hex", "queue", "token"), () -> "m")));
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyMoveInEveryState(Move move, Map<State, String> cells) {
    cells.forEach(
        (state, expected) -> {
          Room before = state.room();
          assertThat(outcome(before, transitions().move(before, move, SILENCE)))
              .as("%s while %s", move, state)
              .isEqualTo(expected);
        });
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyAlarmInEveryState(State state) {
    Room before = Objects.requireNonNull(state.room());
    boolean queued = before.agent() == null;
    Step waited = transitions().rang(before, new Alarms.Alarm.WaitedTooLong());
    Step agent = transitions().rang(before, new Alarms.Alarm.AgentSilent());
    Step contact = transitions().rang(before, new Alarms.Alarm.ContactSilent(0));

    assertThat(outcome(before, waited)).isEqualTo(queued ? "closed" : "same");
    assertThat(outcome(before, agent)).isEqualTo(queued ? "same" : "queued 10");
    // Nobody has asked the contact anything yet.
    assertThat(outcome(before, contact)).isEqualTo("same");
  }

  /// `same`, `closed`, a refusal's name, who has it, or where it is queued; `queued` alone is the
  /// first time.
  private static String outcome(@Nullable Room before, Step step) {
    return switch (step) {
      case Step.Refused(var refusal) -> {
        assertThat(refusal.by())
            .as("who is told")
            .isEqualTo(
                List.of(Code.TAKEN, Code.NOT_YOURS).contains(refusal.code())
                    ? Objects.requireNonNull(before).agent()
                    : refusal.by());
        yield refusal.code().name();
      }
      case Step.Moved(var after, var events) -> {
        if (after == null) {
          assertThat(events.getLast()).isInstanceOf(RoomEvent.Closed.class);
          yield "closed";
        }
        if (after.equals(before)) {
          assertThat(events).isEmpty();
          yield "same";
        }
        assertThat(events).isNotEmpty();
        yield switch (after.stage()) {
          case Room.Queued(int group, var _, var _) ->
              before == null ? "queued" : "queued " + group;
          case Room.Attended attended ->
              attended.agent().equals(Agent.OUTSIDE) ? "outside" : attended.agent().id();
        };
      }
    };
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyOpenRoomIsWatched(State state) {
    Room room = state.room();

    assertThat(room == null || !Alarms.of(room).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = State.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whoQueuesLastIsTold(State state) {
    Value.Obj first = Value.Obj.builder().put("key", "k").put("webhook", "one").build();
    Room room = Objects.requireNonNull(state.room()).remembering(first);
    Move again =
        new Move.Queue(
            List.of(10), Desk.OWN, Cause.API, Value.Obj.of("webhook", Value.of("other")));

    Step step = transitions().move(room, again, new RoomEvent.Context("", ""));

    Value.Obj both = Value.Obj.builder().put("key", "k").put("webhook", "other").build();
    assertThat(step).isEqualTo(new Step.Moved(room.remembering(both), List.of()));
    assertThat(room.remembering(both).ref().memo()).isEqualTo(both);
  }
}
