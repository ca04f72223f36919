package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.Alarms;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Contacts, a bot that hands over, two agents who come and go, timers and two nodes that crash, on
/// one store where everything goes wrong, all from one seed.
final class RoomWorld {
  private static final int PEOPLE = 4;
  private static final String FILE =
      """
      bot: rooms
      id: 9b80f21a02259b4187061f60
      number: 93
      language: en
      settings: { humans: { words: [human], group: Sales } }
      stories:
        all:
          id: 9db67445d6435641552cc850
          number: 94
          on: general-fallback
          steps:
            answer: { id: 93be84d0d35c1f71c185ee10, say: "I see." }
      """;

  private final SplittableRandom chance;
  private final Scene scene;
  private final Supplier<Seed> seeds;
  private final Engine engine;
  private final List<Ledger> nodes = new ArrayList<>();
  private final Set<Integer> atWork = new HashSet<>();
  private final List<Sent> waiting = new ArrayList<>();
  private final Set<String> acknowledgedWords = new HashSet<>();
  private final Set<String> attended = new HashSet<>();

  private record Sent(Caller caller, String turnId, boolean words) {}

  RoomWorld(long seed, SplittableRandom chance, Scene scene) {
    this.chance = chance;
    this.scene = scene;
    this.seeds = TestNode.seeds(seed);
    Bot bot = BotFile.read(List.of(new Source("bot.yaml", FILE))).bot(1).orElseThrow();
    this.engine = new Engine(bot, new Re2Patterns());
    nodes.add(node());
    nodes.add(node());
    scene.meanwhile(() -> work(chance.nextInt(nodes.size())));
  }

  Engine engine() {
    return engine;
  }

  private Ledger node() {
    Ledger.Ports ports =
        new Ledger.Ports(
            scene.database(), TestNode.catalog(engine), (_, _, _) -> {}, TestNode.HASH, seeds);
    return Ledger.still(new LedgerSettings(2, 4_096, 30_000, 100), ports, System::nanoTime);
  }

  void step() {
    switch (chance.nextInt(10)) {
      case 0, 1, 2, 3 -> say();
      case 4, 5, 6, 7 -> move();
      case 8 -> scene.present(agent(), chance.nextInt(3) > 0);
      default -> ring();
    }
    if (chance.nextInt(8) == 0) {
      rush();
    }
    if (chance.nextInt(60) == 0) {
      crash(chance.nextInt(nodes.size()));
    }
    scene.pass(chance.nextInt(8) == 0 ? chance.nextInt(4_000) * 1_000_000L : 1_000_000);
    work(chance.nextInt(nodes.size()));
    hear();
    assertThat(scene.unsoundCount()).isZero();
  }

  private String agent() {
    return SimulatedDesk.AGENTS.get(chance.nextInt(SimulatedDesk.AGENTS.size()));
  }

  private boolean work(int node) {
    if (!atWork.add(node)) {
      return false;
    }
    try {
      return nodes.get(node).step();
    } catch (Scene.NodeKilled killed) {
      crash(node);
      return true;
    } finally {
      atWork.remove(node);
    }
  }

  private void crash(int node) {
    nodes.set(node, node()).close();
  }

  private void enter(Target target, Input input, boolean words) {
    Arrival arrival = new Arrival(new Chance(seeds.get()).objectId(), input);
    Submission submission = new Submission(1, target, arrival, null, Urgency.LIVE);
    Caller caller = nodes.get(chance.nextInt(nodes.size())).enter(submission, _ -> {});
    waiting.add(new Sent(caller, arrival.turnId(), words));
  }

  private void say() {
    String text = chance.nextInt(3) == 0 ? "human" : "hello";
    Target target = TestNode.person("p" + chance.nextInt(PEOPLE));
    enter(target, new Input.Text(text, List.of(), Understood.NOTHING), true);
  }

  /// Something done to the room of a conversation, to a room that was closed, or to whichever.
  private void move() {
    List<String> ids = new ArrayList<>(new TreeMap<>(scene.legs()).keySet());
    if (!ids.isEmpty()) {
      String id = ids.get(chance.nextInt(ids.size()));
      List<String> rooms = new ArrayList<>(scene.rooms().keySet());
      String room =
          chance.nextInt(8) == 0 && !rooms.isEmpty()
              ? rooms.get(chance.nextInt(rooms.size()))
              : open(id).map(one -> one.ids().hex()).orElse(null);
      enter(new Target.Known(id), input(room), false);
    }
  }

  /// One agent reaches for every room at once, through both nodes: there are fewer seats.
  private void rush() {
    String agent = agent();
    for (String id : new ArrayList<>(new TreeMap<>(scene.legs()).keySet())) {
      open(id)
          .ifPresent(
              room ->
                  enter(new Target.Known(id), in(new Move.Attend(room.ids().hex(), agent)), false));
    }
  }

  private Optional<Room> open(String conversationId) {
    return Pack.conversation(scene.row(conversationId).state()).holder()
            instanceof Holder.Room(var room, _)
        ? Optional.of(room)
        : Optional.empty();
  }

  private Input input(@Nullable String room) {
    String agent = agent();
    return switch (chance.nextInt(13)) {
      case 0 -> in(new Move.Queue(List.of(20), Desk.OWN, RoomEvent.Cause.API, Value.Obj.EMPTY));
      case 1, 2 -> in(new Move.Attend(room, agent));
      case 3, 4 -> in(new Move.Assign(room, agent));
      case 5, 6 -> in(new Move.Say(room, agent, Content.text("hello")));
      case 7 -> in(new Move.ToGroup(room, chance.nextBoolean() ? agent : null, 10));
      case 8 -> in(new Move.ToAgent(room, agent, agent()));
      case 9 -> in(new Move.Requeue(room, agent));
      case 10 -> in(chance.nextBoolean() ? gone(room, agent) : new Move.AgentAway(room, agent));
      case 11 -> in(new Move.Close(room, agent, RoomEvent.Reason.AGENT));
      default -> new Input.Release();
    };
  }

  private static Move gone(@Nullable String room, String agent) {
    return new Move.AgentGone(room, agent);
  }

  private static Input in(Move move) {
    return new Input.InRoom(move);
  }

  /// What is due rings, as the sweep of a node would have it, or rings late.
  private void ring() {
    for (String id : new ArrayList<>(scene.legs().keySet())) {
      for (Timer timer : Pack.conversation(scene.row(id).state()).timers()) {
        if (timer.dueNanos() <= scene.nowNanos()) {
          enter(new Target.Known(id), new Input.TimerDue(timer.generation()), false);
        }
      }
    }
  }

  private void hear() {
    waiting.removeIf(
        sent -> {
          Outcome outcome = sent.caller().poll();
          if (outcome instanceof Outcome.Committed && sent.words()) {
            acknowledgedWords.add(sent.turnId());
          }
          return outcome != null;
        });
  }

  /// Lets everything come to its end.
  void drain() {
    int quiet = 0;
    for (int round = 0; quiet < 50; round++) {
      assertThat(round).as("everything comes to an end").isLessThan(10_000);
      boolean any = work(0);
      any |= work(1);
      quiet = any ? 0 : quiet + 1;
      hear();
    }
  }

  /// Never two owners, two speakers, a lost word or a room unwatched; and all of it can be decided
  /// again to the same bytes.
  void check() {
    Set<String> heard = new HashSet<>();
    Map<String, String> seats = new HashMap<>();
    long timers = 0;
    for (var conversation : scene.legs().entrySet()) {
      Looked.LockedRow row = scene.row(conversation.getKey());
      Conversation now = Pack.conversation(row.state());
      RoomTale tale = told(now, row, conversation.getValue());
      heard.addAll(tale.heard);
      timers += now.timers().size();
      stands(now, tale, seats);
    }
    assertThat(heard).as("no word is lost").containsAll(acknowledgedWords);
    assertThat(scene.timerCount()).isEqualTo(timers);
    assertThat(scene.seats()).as("seats are those of rooms that are attended").isEqualTo(seats);
    assertThat(attended).as("agents took part").hasSize(SimulatedDesk.AGENTS.size());
    assertThat(acknowledgedWords).hasSizeGreaterThan(5);
    nodes.forEach(Ledger::close);
  }

  private RoomTale told(Conversation now, Looked.LockedRow row, List<Writes.LegRow> legs) {
    RoomTale tale = new RoomTale();
    byte[] state = Pack.pack(Conversation.fresh(now.address()));
    for (Writes.LegRow written : legs) {
      Leg leg = Pack.leg(written.body());
      tale.follow(leg);
      if (tale.owner() != null) {
        attended.add(tale.owner().id());
      }
      state = again(state, leg);
    }
    assertThat(state).as("the state can be decided again").isEqualTo(row.state());
    return tale;
  }

  private byte[] again(byte[] state, Leg leg) {
    Decision decision =
        engine.decide(
            Pack.conversation(state), leg.turnId(), leg.input(), leg.moment(), leg.facts());
    Decision.Decided decided = (Decision.Decided) decision;
    assertThat(Pack.pack(decided.leg())).isEqualTo(Pack.pack(leg));
    return Pack.pack(decided.after());
  }

  /// State, events, lists, seats and alarms say the same.
  private void stands(Conversation now, RoomTale tale, Map<String, String> seats) {
    Map<Alarms.Alarm, Long> set = new HashMap<>();
    for (Timer timer : now.timers()) {
      if (timer.purpose() instanceof Timer.Purpose.RoomAlarm(var alarm)) {
        assertThat(set.put(alarm, timer.dueNanos())).as("one alarm each").isNull();
      }
    }
    if (now.holder() instanceof Holder.Room(var room, _)) {
      assertThat(tale.isOpen()).isTrue();
      assertThat(room.agent()).isEqualTo(tale.owner());
      Map<Alarms.Alarm, Long> wanted = new HashMap<>();
      Alarms.of(room).forEach(due -> wanted.put(due.alarm(), due.nanos()));
      assertThat(set).as("watched").isEqualTo(wanted).isNotEmpty();
      String hex = room.ids().hex();
      String agent = room.agent() == null ? "" : room.agent().id();
      assertThat(scene.rooms().get(hex))
          .isEqualTo((agent.isEmpty() ? "queued " : "attended ") + agent);
      if (room.stage() instanceof Room.Attended(_, var who, int seat, _)) {
        assertThat(seat).isBetween(1, SimulatedDesk.SEATS);
        assertThat(seats.put(who.id() + " " + seat, hex)).as("two rooms on one seat").isNull();
      }
    } else {
      assertThat(tale.isOpen()).as("gone unsaid").isFalse();
      assertThat(set).as("nothing to watch").isEmpty();
    }
  }
}
