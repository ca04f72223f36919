package dev.dragoman.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Alarms.Alarm;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Staff;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomPackTest {
  private static final Value.Obj MEMO = Value.Obj.of("hash", Value.of("u1"));
  private static final Agent ANA =
      new Agent("a1", 7, "Ana Ruiz", "Ana", "ana@x.example", "https://i/");
  private static final Room.Ids IDS = new Room.Ids("uuid", "hex", "queue", "token");
  private static final RoomEvent.Ref REF = new RoomEvent.Ref(IDS, MEMO);
  private static final Content FILE =
      new Content(Content.Kind.FILE, "https://f/", "bill.pdf", "application/pdf", 12_345);
  private static final Rules RULES =
      new Rules(
          60,
          null,
          new Rules.ContactSilence(
              List.of(new Rules.Reminder(10, "¿Hola?"), new Rules.Reminder(20, "…")), 30, "Bye"));

  private static Stream<Move> moves() {
    return Stream.of(
        new Move.Queue(List.of(1, 2), Desk.ENDPOINT, RoomEvent.Cause.API, MEMO),
        new Move.Attend("hex", "a1"),
        new Move.Assign(null, "a1"),
        new Move.Say("hex", "a1", FILE),
        new Move.Say(null, null, Content.text("hola")),
        new Move.ToGroup("hex", null, 4),
        new Move.ToAgent("hex", "a1", "a2"),
        new Move.Requeue("hex", null),
        new Move.AgentGone(null, "a1"),
        new Move.AgentAway("r1", "a1"),
        new Move.Close("hex", "a1", RoomEvent.Reason.AGENT));
  }

  @ParameterizedTest
  @MethodSource("moves")
  void everyMoveComesBackWithTheStaffItRead(Move move) {
    Staff staff =
        new Staff(
            true,
            List.of(new Staff.Group(1, "Sales", true, false, RULES)),
            List.of(new Staff.Member(ANA, List.of(1, 2), true, 3)));
    Leg leg = leg(new Input.InRoom(move), new Facts(MEMO, 2, true, true).staff(staff), List.of());

    assertThat(Pack.leg(Pack.pack(leg))).isEqualTo(leg);
  }

  @Test
  void everyEventComesBack() {
    List<RoomEvent> events =
        List.of(
            new RoomEvent.Queued(
                REF, 1, Desk.OWN, RoomEvent.Cause.WORDS, new RoomEvent.Context("q", "a")),
            new RoomEvent.Attended(REF, ANA, 1),
            new RoomEvent.Transferred(
                REF, new RoomEvent.Route(1, 2, RoomEvent.Why.AGENT_SILENT), null, ANA),
            new RoomEvent.Message(REF, "m", RoomEvent.Author.AGENT, ANA, 2, FILE),
            new RoomEvent.Message(
                REF, "m", RoomEvent.Author.CONTACT, null, 2, Content.text("hola")),
            new RoomEvent.AgentPaused(REF, ANA),
            new RoomEvent.Closed(REF, RoomEvent.Reason.QUEUE_CLEANING, null, 2));
    Leg leg = leg(new Input.Open(), new Facts(MEMO, 2, false, true), events);

    assertThat(Pack.leg(Pack.pack(leg))).isEqualTo(leg);
  }

  private static Leg leg(Input input, Facts facts, List<RoomEvent> events) {
    return new Leg(
        "t",
        1,
        new Moment(5, 0, new Seed(new byte[Seed.BYTES])),
        input,
        facts,
        new Leg.Told(
            events.stream().<Event>map(Event.InRoom::new).toList(),
            null,
            Value.Obj.EMPTY,
            Why.NOTHING,
            true));
  }

  private static Conversation holding(Room.Stage stage, Alarm alarm) {
    Room room = new Room(IDS, new Room.Origin(Desk.OWN, 1, 5, MEMO, "step"), stage, RULES);
    Session session = new Session("s", 1, "en", Session.Standing.NOWHERE, MEMO, 2);
    return Conversation.fresh(new Conversation.Address("c", "b", "p", "direct", "ada"))
        .held(new Holder.Room(room, session))
        .timed(List.of(new Timer(1, 9, new Timer.Purpose.RoomAlarm(alarm))));
  }

  @Test
  void aHeldConversationComesBack() {
    Room.Silence silence = new Room.Silence(Room.Party.CONTACT, 8, 1);
    List<Conversation> all =
        List.of(
            holding(new Room.Queued(1, 5, 6), new Alarm.WaitedTooLong()),
            holding(new Room.Attended(1, ANA, 3, silence), new Alarm.ContactSilent(1)),
            holding(new Room.Attended(0, Agent.OUTSIDE, 0, silence), new Alarm.AgentSilent()));

    assertThat(all).allSatisfy(one -> assertThat(Pack.conversation(Pack.pack(one))).isEqualTo(one));
  }

  @Test
  void damagedBytesAreRefusedByOneNameOrReadAsSomethingElse() {
    byte[] whole = Pack.pack(holding(new Room.Queued(1, 5, 6), new Alarm.WaitedTooLong()));
    int refused = 0;
    for (int at = 1; at < whole.length; at++) {
      for (int flip : new int[] {1, 0x20, 0x80, 0xFF}) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) flip;
        try {
          assertThat(Pack.conversation(damaged)).isNotNull();
        } catch (MalformedPackException expected) {
          refused++;
        }
      }
    }

    assertThat(refused).isGreaterThan(whole.length);
  }
}
