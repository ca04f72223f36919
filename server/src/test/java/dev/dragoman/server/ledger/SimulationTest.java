package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one store where everything goes wrong, from one seed: whatever was acknowledged is
/// there once, and all that is there can be decided again to the same bytes.
class SimulationTest {
  private static final int STEPS = 400;
  private static final int PEOPLE = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothing_acknowledged_is_lost_or_doubled(long seed) {
    World world = new World(seed);
    for (int step = 0; step < STEPS; step++) {
      world.step();
    }
    world.drain();
    world.check();
  }

  /// A caller and what it sent; a repeat shares the input id of another.
  private record Sent(Caller caller, String turnId, InputId inputId) {}

  private static final class World {
    private final SplittableRandom chance;
    private final SimulatedDatabase database;
    private final Supplier<Seed> seeds;
    private final List<Ledger> nodes = new ArrayList<>();
    private final List<Sent> waiting = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> inputTurns = new HashSet<>();
    private final Set<Integer> atWork = new HashSet<>();
    private int inputs;

    World(long seed) {
      chance = new SplittableRandom(seed);
      database = new SimulatedDatabase(chance.split(), SimulatedDatabase.Trouble.MUCH);
      seeds = TestNode.seeds(seed);
      nodes.add(node());
      nodes.add(node());
      database.meanwhile(() -> work(chance.nextInt(nodes.size())));
    }

    private Ledger node() {
      LedgerSettings settings = new LedgerSettings(2, 4_096, 30_000, 100);
      Ledger.Ports ports =
          new Ledger.Ports(
              database, TestNode.catalog(new OneStepBot()), (_, _, _) -> {}, TestNode.HASH, seeds);
      return Ledger.still(settings, ports, System::nanoTime);
    }

    void step() {
      if (chance.nextInt(3) > 0) {
        send();
      }
      if (chance.nextInt(100) == 0) {
        crash();
      }
      work(chance.nextInt(nodes.size()));
      hear();
    }

    /// One round of a node, unless it is in the middle of one.
    private boolean work(int node) {
      if (!atWork.add(node)) {
        return false;
      }
      boolean any = nodes.get(node).step();
      atWork.remove(node);
      return any;
    }

    /// A node forgets everything; its callers never hear of it.
    private void crash() {
      nodes.set(chance.nextInt(nodes.size()), node());
    }

    private void send() {
      Target target = TestNode.person("p" + chance.nextInt(PEOPLE), chance.nextInt(2));
      InputId inputId =
          chance.nextBoolean() ? null : TestNode.id("i" + (inputs++ - chance.nextInt(3)));
      String turnId = new Chance(seeds.get()).objectId();
      Input input = new Input.Text(words(), List.of(), Understood.NOTHING);
      Submission submission =
          new Submission(1, target, new Arrival(turnId, input), inputId, Urgency.LIVE);
      Ledger node = nodes.get(chance.nextInt(nodes.size()));
      waiting.add(new Sent(node.enter(submission, _ -> {}), turnId, inputId));
    }

    private String words() {
      return switch (chance.nextInt(6)) {
        case 0 -> "set k" + chance.nextInt(4) + " v" + inputs;
        case 1 -> "timer " + chance.nextInt(20);
        case 2 -> "throw";
        default -> "words";
      };
    }

    private void hear() {
      waiting.removeIf(
          sent -> {
            Outcome outcome = sent.caller().poll();
            if (outcome instanceof Outcome.Committed(var turn)) {
              acknowledged.add(turn.turnId());
              assertThat(database.legsOf(turn.conversationId(), turn.turnId()))
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

    void check() {
      assertThat(acknowledged).hasSizeGreaterThan(STEPS / 10);
      assertThat(database.conversationCount()).isEqualTo(database.addressCount());
      Set<String> turns = new HashSet<>();
      int timers = 0;
      for (String id : database.legs().keySet()) {
        timers += check(id, turns);
      }
      assertThat(database.timerCount()).isEqualTo(timers);
      assertThat(turns).containsAll(acknowledged);
    }

    private int check(String id, Set<String> turns) {
      List<Writes.LegRow> legs = database.legs().get(id);
      Looked.LockedRow row = database.row(id);
      Conversation now = Pack.conversation(row.state());
      byte[] state = Pack.pack(Conversation.fresh(now.address()));
      long sequence = 0;
      for (int i = 0; i < legs.size(); i++) {
        Writes.LegRow leg = legs.get(i);
        assertThat(leg.key().leg()).isEqualTo(i + 1);
        assertThat(leg.key().firstSequence()).isEqualTo(sequence + 1);
        assertThat(turns.add(leg.turnId())).as("a turn is decided once").isTrue();
        Leg recorded = Pack.leg(leg.body());
        sequence += recorded.told().events().size();
        state = again(state, recorded);
      }
      assertThat(row.version()).isEqualTo(legs.size());
      assertThat(Arrays.equals(state, row.state())).as("the state can be decided again").isTrue();
      return now.timers().size();
    }

    private static byte[] again(byte[] state, Leg leg) {
      Decision decision =
          new OneStepBot()
              .decide(
                  Pack.conversation(state), leg.turnId(), leg.input(), leg.moment(), leg.facts());
      Decision.Decided decided = (Decision.Decided) decision;
      assertThat(Pack.pack(decided.leg())).isEqualTo(Pack.pack(leg));
      return Pack.pack(decided.after());
    }
  }
}
