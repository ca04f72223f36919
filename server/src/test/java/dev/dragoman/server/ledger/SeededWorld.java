package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.pack.Pack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Two nodes on one store, and people who write, repeat themselves and wait for hooks whose answers
/// come late and twice, all from one seed.
final class SeededWorld {
  private static final int PEOPLE = 5;

  private final SplittableRandom chance;
  private final Scene scene;
  private final Supplier<Seed> seeds;
  private final List<Ledger> nodes = new ArrayList<>();
  private final List<Sent> waiting = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> inputTurns = new HashSet<>();
  private final Set<Integer> atWork = new HashSet<>();
  private int inputs;

  /// A caller and what it sent; a repeat shares the input id of another.
  private record Sent(Caller caller, String turnId, InputId inputId) {}

  /// A call that somebody answers some time, or more than once.
  private record Hook(String conversationId, String callId) {}

  SeededWorld(long seed, SplittableRandom chance, Scene scene) {
    this.chance = chance;
    this.scene = scene;
    seeds = TestNode.seeds(seed);
    nodes.add(node());
    nodes.add(node());
    scene.meanwhile(() -> work(chance.nextInt(nodes.size())));
  }

  private Ledger node() {
    LedgerSettings settings = new LedgerSettings(2, 4_096, 30_000, 100);
    AfterCommit after = (_, id, legs) -> legs.forEach(one -> called(id, one.leg()));
    Ledger.Ports ports =
        new Ledger.Ports(
            scene.database(), TestNode.catalog(new OneStepBot()), after, TestNode.HASH, seeds);
    return Ledger.still(settings, ports, System::nanoTime);
  }

  private void called(String conversationId, Leg leg) {
    for (Event event : leg.told().events()) {
      if (event instanceof Event.HookCalled(var callId, _)) {
        hooks.add(new Hook(conversationId, callId));
      }
    }
  }

  void step() {
    if (chance.nextInt(3) > 0) {
      send();
    }
    if (chance.nextInt(4) == 0) {
      answerAHook();
    }
    if (chance.nextInt(100) == 0) {
      crash(chance.nextInt(nodes.size()));
    }
    scene.pass();
    work(chance.nextInt(nodes.size()));
    hear();
    assertThat(scene.unsoundCount()).isZero();
  }

  /// One round of a node, unless it is in the middle of one.
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

  /// A node forgets everything; its callers never hear of it.
  private void crash(int node) {
    nodes.set(node, node()).close();
  }

  private void send() {
    Target target = TestNode.person("p" + chance.nextInt(PEOPLE), chance.nextInt(2));
    InputId inputId =
        chance.nextBoolean() ? null : TestNode.id("i" + (inputs++ - chance.nextInt(3)));
    Input input = new Input.Text(words(), List.of(), Understood.NOTHING);
    Arrival arrival = new Arrival(new Chance(seeds.get()).objectId(), input);
    Caller caller = enter(new Submission(1, target, arrival, inputId, Urgency.LIVE));
    waiting.add(new Sent(caller, arrival.turnId(), inputId));
  }

  private Caller enter(Submission submission) {
    return nodes.get(chance.nextInt(nodes.size())).enter(submission, _ -> {});
  }

  private String words() {
    return switch (chance.nextInt(8)) {
      case 0 -> "set k" + chance.nextInt(4) + " v" + inputs;
      case 1 -> "timer " + chance.nextInt(20);
      case 2 -> "throw";
      case 3 -> "hook";
      default -> "words";
    };
  }

  /// Every other answer comes once more, to whichever node.
  private void answerAHook() {
    if (!hooks.isEmpty()) {
      int which = chance.nextInt(hooks.size());
      answer(hooks.get(which));
      if (chance.nextBoolean()) {
        hooks.remove(which);
      }
    }
  }

  private void answer(Hook hook) {
    HookAnswer answer = new HookAnswer.Failed(HookAnswer.Reason.LATE);
    HookRecord record = new HookRecord("POST", "http://hook", "{}", null, "late", 1);
    Input settled = new Input.HookSettled(hook.callId(), answer, record);
    Arrival arrival = new Arrival(new Chance(seeds.get()).objectId(), settled);
    Target target = new Target.Known(hook.conversationId());
    enter(new Submission(1, target, arrival, null, Urgency.LIVE));
  }

  private void hear() {
    waiting.removeIf(
        sent -> {
          Outcome outcome = sent.caller().poll();
          if (outcome instanceof Outcome.Committed(var turn)) {
            acknowledged.add(turn.turnId());
            assertThat(scene.legsOf(turn.conversationId(), turn.turnId()))
                .filteredOn(leg -> leg.told().settled())
                .as("an acknowledged turn is there")
                .hasSize(1);
            if (sent.inputId() != null) {
              assertThat(inputTurns.add(sent.inputId().id()))
                  .as("one committed turn for an input id")
                  .isTrue();
            }
          }
          return outcome != null;
        });
  }

  /// Lets everything come to its end, also the hooks whose callers have died.
  void drain() {
    settle();
    for (List<Hook> open = openHooks(); !open.isEmpty(); open = openHooks()) {
      open.forEach(this::answer);
      open.forEach(this::answer);
      settle();
    }
  }

  private void settle() {
    int quiet = 0;
    for (int round = 0; quiet < 50; round++) {
      assertThat(round).as("everything comes to an end").isLessThan(10_000);
      boolean any = work(0);
      any |= work(1);
      quiet = any ? 0 : quiet + 1;
      hear();
    }
  }

  private List<Hook> openHooks() {
    List<Hook> open = new ArrayList<>();
    for (String id : scene.legs().keySet()) {
      OpenHook hook = Pack.conversation(scene.row(id).state()).waiting().blocking();
      if (hook != null) {
        open.add(new Hook(id, hook.callId()));
      }
    }
    return open;
  }

  /// Whatever was acknowledged is there once, and all that is there can be decided again to the
  /// same bytes.
  void check(int acknowledgedAtLeast) {
    assertThat(acknowledged).hasSizeGreaterThan(acknowledgedAtLeast);
    assertThat(scene.conversationCount()).isEqualTo(scene.addressCount());
    Set<String> turns = new HashSet<>();
    Set<String> answered = new HashSet<>();
    long timers = 0;
    for (var conversation : scene.legs().entrySet()) {
      timers += check(scene.row(conversation.getKey()), conversation.getValue(), turns, answered);
    }
    assertThat(scene.timerCount()).isEqualTo(timers);
    assertThat(turns).containsAll(acknowledged);
    assertThat(answered).as("hooks took part").isNotEmpty();
    nodes.forEach(Ledger::close);
  }

  private static int check(
      Looked.LockedRow row, List<Writes.LegRow> legs, Set<String> turns, Set<String> answered) {
    Conversation now = Pack.conversation(row.state());
    byte[] state = Pack.pack(Conversation.fresh(now.address()));
    Set<String> begun = new HashSet<>();
    long sequence = 0;
    for (int i = 0; i < legs.size(); i++) {
      Writes.LegRow leg = legs.get(i);
      assertThat(leg.key().leg()).isEqualTo(i + 1);
      assertThat(leg.key().firstSequence()).isEqualTo(sequence + 1);
      Leg recorded = Pack.leg(leg.body());
      begun.add(leg.turnId());
      if (recorded.told().settled()) {
        assertThat(turns.add(leg.turnId())).as("a turn is settled once").isTrue();
      }
      if (recorded.input() instanceof Input.HookSettled(var callId, _, _)) {
        assertThat(answered.add(callId)).as("a hook is answered once").isTrue();
      }
      sequence += recorded.told().events().size();
      state = again(state, recorded);
    }
    assertThat(turns).as("every turn is settled").containsAll(begun);
    assertThat(now.waiting().pending()).isEmpty();
    assertThat(row.version()).isEqualTo(legs.size());
    assertThat(Arrays.equals(state, row.state())).as("the state can be decided again").isTrue();
    return now.timers().size();
  }

  private static byte[] again(byte[] state, Leg leg) {
    Decision decision =
        new OneStepBot()
            .decide(Pack.conversation(state), leg.turnId(), leg.input(), leg.moment(), leg.facts());
    Decision.Decided decided = (Decision.Decided) decision;
    assertThat(Pack.pack(decided.leg())).isEqualTo(Pack.pack(leg));
    return Pack.pack(decided.after());
  }
}
