package dev.dragoman.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Alarms;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomEvent.Author;
import dev.dragoman.core.room.RoomEvent.Cause;
import dev.dragoman.core.room.RoomEvent.Reason;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Staff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Client, bot, two agents, a hook and the clock, in any order: never two owners, never two
/// speakers, no word of the contact lost or answered twice, no room unwatched.
class RoomInterleavingTest {
  private static final int RUNS = 60;
  private static final int STEPS = 60;
  private static final List<String> AGENTS = List.of("ana", "ben");
  private static final Rules RULES =
      new Rules(
          50,
          new Rules.AgentSilence(20, true),
          new Rules.ContactSilence(List.of(new Rules.Reminder(10, "There?")), 30, "Bye"));
  private static final Bot BOT =
      Bots.bot(
          1,
          settings(),
          List.of(Bots.intent("order", "a pizza"), Bots.intent("slow", "wait")),
          Bots.story("order", Bots.step("size", Bots.say("Which size?")).open("size").build()),
          Bots.story("slow", Bots.step("ask", Bots.say("Done")).webhook().build()),
          Bots.story("over", Bots.step("o", new Action.HandOver("10", null)).build()),
          Bots.general(Bots.step("g", Bots.say("Pardon?")).build()));

  private static Settings settings() {
    return Bots.withWebhook()
        .handOver(new Settings.HandOver("10", Desk.OWN, List.of("human"), 4, null, RULES));
  }

  private static Agent agent(String id) {
    return new Agent(id, id.length(), id, "", "", "");
  }

  private final List<String> log = new ArrayList<>();
  private int said;
  private int heard;
  private @Nullable String hook;
  private @Nullable Agent owner;
  private boolean open;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyOrderOfThingsKeepsThePromises(long seed) {
    for (int run = 0; run < RUNS; run++) {
      log.clear();
      said = 0;
      heard = 0;
      hook = null;
      owner = null;
      open = false;
      play(new Random(seed * RUNS + run));
    }
  }

  private void play(Random random) {
    Talk talk = new Talk(BOT);
    for (int step = 0; step < STEPS; step++) {
      talk.staffed(staff(random)).later(random.nextInt(5) == 0 ? random.nextInt(40_000) : 5);
      Input input = input(random);
      boolean contacts = input instanceof Input.Ordered;
      log.add(input.toString());
      talk.input(input);
      for (Decision.Decided decided : talk.last.decided()) {
        decided.work().forEach(this::called);
        check(decided.leg());
      }
      boolean recorded = talk.last.unrecorded().isEmpty();
      assertThat(!contacts || recorded).as("no word is refused: %s", log).isTrue();
      said += contacts ? 1 : 0;
      stands(talk);
    }
    assertThat(heard + talk.state.waiting().pending().size()).as("heard: %s", log).isEqualTo(said);
  }

  private static Staff staff(Random random) {
    List<Staff.Member> members =
        AGENTS.stream()
            .map(
                id ->
                    new Staff.Member(
                        agent(id), List.of(10), random.nextBoolean(), random.nextInt(3)))
            .toList();
    return new Staff(
        true,
        List.of(
            new Staff.Group(10, "ten", true, true, RULES),
            new Staff.Group(20, "twenty", random.nextBoolean(), true, RULES)),
        members);
  }

  private Input input(Random random) {
    String agent = AGENTS.get(random.nextInt(AGENTS.size()));
    return switch (random.nextInt(14)) {
      case 0, 1 -> text("a pizza");
      case 2 -> text("bla");
      case 3 -> text(random.nextBoolean() ? "human" : "wait");
      case 4 -> in(new Move.Queue(List.of(10), Desk.OWN, Cause.API, Value.Obj.EMPTY));
      case 5 -> in(new Move.Attend(null, agent));
      case 6 -> in(new Move.Assign(null, agent));
      case 7, 8 -> in(new Move.Say(null, agent, Content.text("hello")));
      case 9 -> in(new Move.ToGroup(null, random.nextBoolean() ? agent : null, 20));
      case 10 -> in(new Move.ToAgent(null, agent, AGENTS.get(random.nextInt(AGENTS.size()))));
      case 11 ->
          in(
              switch (random.nextInt(3)) {
                case 0 -> new Move.Requeue(null, agent);
                case 1 -> new Move.AgentGone(null, agent);
                default -> new Move.AgentAway(null, agent);
              });
      case 12 ->
          random.nextInt(3) == 0
              ? in(new Move.Close(null, agent, Reason.AGENT))
              : random.nextBoolean() ? new Input.Pause() : new Input.Release();
      default -> hook == null ? text("a pizza") : answered();
    };
  }

  private static Input in(Move move) {
    return new Input.InRoom(move);
  }

  private Input answered() {
    String call = String.valueOf(hook);
    hook = null;
    return new Input.HookSettled(
        call,
        new HookAnswer.Failed(HookAnswer.Reason.STATUS),
        new HookRecord("POST", "", "", null, null, 1));
  }

  private static Input.Text text(String text) {
    List<Understood.Scored> scored =
        BOT.intents().stream()
            .filter(
                intent -> intent.examples().values().stream().anyMatch(one -> one.contains(text)))
            .map(intent -> new Understood.Scored(intent.id(), 1, true))
            .toList();
    return Talk.text(text, scored, true);
  }

  private void called(Work work) {
    if (work instanceof Work.CallStepWebhook(var called, _, _, _)) {
      hook = called.callId();
    }
  }

  /// The events alone have to tell who owns the conversation, and nobody else may speak.
  private void check(Leg leg) {
    int words = 0;
    boolean botSpoke = false;
    boolean wasOpen = open;
    for (Event event : leg.told().events()) {
      switch (event) {
        case Event.Received _ -> words++;
        case Event.Sent _ -> botSpoke = true;
        case Event.InRoom(var inRoom) -> follow(inRoom);
        default -> {}
      }
    }
    heard += words;
    boolean gaveBack = wasOpen && !open;
    assertThat(botSpoke && wasOpen && !gaveBack).as("two speakers: %s", log).isFalse();
    assertThat(words).as("one answer a word: %s", log).isLessThanOrEqualTo(1);
  }

  private void follow(RoomEvent event) {
    switch (event) {
      case RoomEvent.Queued _ -> {
        assertThat(open).as("two rooms: %s", log).isFalse();
        open = true;
      }
      case RoomEvent.Attended attended -> {
        assertThat(open && owner == null).as("two owners: %s", log).isTrue();
        owner = attended.agent();
      }
      case RoomEvent.Transferred transferred -> {
        assertThat(transferred.by()).as("left by its owner: %s", log).isEqualTo(owner);
        owner = null;
      }
      case RoomEvent.Message message -> {
        assertThat(open).as("spoken in a room: %s", log).isTrue();
        assertThat(message.author() != Author.AGENT || message.agent().equals(owner))
            .as("two speakers: %s", log)
            .isTrue();
      }
      case RoomEvent.AgentPaused paused ->
          assertThat(paused.agent()).as("paused its owner: %s", log).isEqualTo(owner);
      case RoomEvent.Closed closed -> {
        assertThat(closed.agent()).as("closed by its owner: %s", log).isEqualTo(owner);
        owner = null;
        open = false;
      }
    }
  }

  /// The state says the same as the events, and each open room has its alarms.
  private void stands(Talk talk) {
    Map<Alarms.Alarm, Long> set = new HashMap<>();
    for (Timer timer : talk.state.timers()) {
      if (timer.purpose() instanceof Timer.Purpose.RoomAlarm(var alarm)) {
        assertThat(set.put(alarm, timer.dueNanos())).as("one alarm each: %s", log).isNull();
      }
    }
    if (talk.state.holder() instanceof Holder.Room(var room, _)) {
      assertThat(open).isTrue();
      assertThat(room.agent()).as("owner: %s", log).isEqualTo(owner);
      Map<Alarms.Alarm, Long> wanted = new HashMap<>();
      Alarms.of(room).forEach(due -> wanted.put(due.alarm(), due.nanos()));
      assertThat(set).as("watched: %s", log).isEqualTo(wanted).isNotEmpty();
    } else {
      assertThat(open).as("gone unsaid: %s", log).isFalse();
      assertThat(set).as("nothing to watch: %s", log).isEmpty();
    }
  }
}
