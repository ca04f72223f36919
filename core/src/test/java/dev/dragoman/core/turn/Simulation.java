package dev.dragoman.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Fold;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.Staff;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// One conversation in a world that misbehaves, with what must hold after every batch.
final class Simulation {
  private static final long START = 1_763_629_200_000_000_000L;

  private final Random random;
  private final RandomInputs inputs;
  private final Map<Integer, Engine> engines = new HashMap<>();
  private final List<Arrival> sent = new ArrayList<>();
  private final Set<String> opened = new HashSet<>();
  private final Set<String> settled = new HashSet<>();
  private Conversation state =
      Conversation.fresh(new Conversation.Address("c", "b", "p", "direct", "ada"));
  private Facts facts = new Facts(Value.Obj.EMPTY, 1, true, false).staff(Staff.NOBODY);
  private long now = START;
  private int turns;

  Simulation(long seed) {
    random = new Random(seed);
    RandomBots bots = new RandomBots(random);
    inputs = new RandomInputs(random, bots);
    for (int version = 1; version <= 2; version++) {
      Bot bot = bots.bot(version);
      engines.put(version, new Engine(bot, Simulation::compile));
    }
  }

  private static Patterns.Finder compile(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> compiled.matcher(text).find();
  }

  /// Some inputs arrive together; the batch may be lost before its commit and run again.
  void batch() {
    now += random.nextInt(20) == 0 ? aWhile() : random.nextInt(4_000) * Moment.NANOS_PER_MILLI;
    if (random.nextInt(60) == 0) {
      facts =
          new Facts(facts.attributes(), 2, random.nextBoolean(), random.nextBoolean())
              .staff(Staff.NOBODY);
    }
    List<Arrival> arrivals = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 3);
    for (int i = 0; i < count; i++) {
      arrivals.add(arrival());
    }
    commit(arrivals);
  }

  /// A day passes, or the clock is set back.
  private long aWhile() {
    long hours = random.nextBoolean() ? 25 : -1;
    return hours * 3_600 * Moment.NANOS_PER_SECOND;
  }

  private Arrival arrival() {
    if (!sent.isEmpty() && random.nextInt(10) == 0) {
      Input again = sent.get(random.nextInt(sent.size())).input();
      if (again instanceof Input.Immediate) {
        return new Arrival(nextTurn(), again);
      }
    }
    Arrival arrival = new Arrival(nextTurn(), inputs.input(state, version()));
    sent.add(arrival);
    return arrival;
  }

  private String nextTurn() {
    return "turn" + turns++;
  }

  private int version() {
    return SessionVersion.of(state, facts.publishedVersion(), now, 24);
  }

  private void commit(List<Arrival> arrivals) {
    long chance = random.nextLong();
    if (random.nextInt(5) == 0) {
      fold(arrivals, random.nextLong());
    }
    Fold.Folded folded = fold(arrivals, chance);
    assertThat(packed(fold(arrivals, chance))).isEqualTo(packed(folded));
    check(folded);
    Conversation before = state;
    state = Pack.conversation(Pack.pack(folded.after()));
    facts = folded.facts();
    assertThat(state).isEqualTo(folded.after());
    replay(before, folded);
  }

  private Fold.Folded fold(List<Arrival> arrivals, long chance) {
    Random seeds = new Random(chance);
    Moment moment = new Moment(now, 3_600, seed(seeds));
    return new Fold(state, this::decide, moment, facts, () -> seed(seeds)).fold(arrivals);
  }

  private static Seed seed(Random seeds) {
    byte[] bytes = new byte[Seed.BYTES];
    seeds.nextBytes(bytes);
    return new Seed(bytes);
  }

  private Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts given) {
    int version = SessionVersion.of(before, given.publishedVersion(), moment.epochNanos(), 24);
    Input understood =
        input instanceof Input.Text text ? RandomInputs.understoodBy(version, text) : input;
    Engine engine = engines.get(version);
    Decision decision = engine.decide(before, turnId, understood, moment, given);
    return decision instanceof Decision.NeedsVersion && input instanceof Input.Resume
        ? engine.decide(before, turnId, again(before, version), moment, given)
        : decision;
  }

  /// What waited for a hook over a publication is understood again, as the ledger does it.
  private static Input again(Conversation before, int version) {
    Input.Text text = (Input.Text) before.waiting().pending().getFirst().input();
    return new Input.Resume(
        new Input.Resume.Again(RandomInputs.understoodBy(version, text).understood()));
  }

  private static List<ByteBuffer> packed(Fold.Folded folded) {
    List<ByteBuffer> packed = new ArrayList<>();
    folded.decided().forEach(decided -> packed.add(ByteBuffer.wrap(Pack.pack(decided.leg()))));
    packed.add(ByteBuffer.wrap(Pack.pack(folded.after())));
    return packed;
  }

  private void replay(Conversation before, Fold.Folded folded) {
    Conversation again = before;
    for (Decision.Decided decided : folded.decided()) {
      Leg leg = Pack.leg(Pack.pack(decided.leg()));
      assertThat(leg).isEqualTo(decided.leg());
      Decision decision = decide(again, leg.turnId(), leg.input(), leg.moment(), leg.facts());
      Decision.Decided repeated = (Decision.Decided) decision;
      assertThat(Pack.pack(repeated.leg())).isEqualTo(Pack.pack(leg));
      again = repeated.after();
    }
    assertThat(again).isEqualTo(state);
  }

  private void check(Fold.Folded folded) {
    long sequence = state.progress().sequence();
    long nanos = state.progress().lastNanos();
    for (Decision.Decided decided : folded.decided()) {
      Leg leg = decided.leg();
      assertThat(leg.firstSequence()).isEqualTo(sequence + 1);
      assertThat(leg.moment().epochNanos()).isGreaterThan(nanos);
      sequence += leg.told().events().size();
      nanos = decided.after().progress().lastNanos();
      assertThat(decided.after().progress().sequence()).isEqualTo(sequence);
      opened.add(leg.turnId());
      if (leg.told().settled()) {
        assertThat(settled.add(leg.turnId())).as("turn settles once").isTrue();
      } else {
        assertThat(whoWaits(decided.after())).contains(leg.turnId());
      }
    }
    bounded(folded.after());
    Set<String> open = new HashSet<>(opened);
    open.removeAll(settled);
    assertThat(whoWaits(folded.after())).isEqualTo(open);
  }

  /// The turns that something out will settle.
  private static Set<String> whoWaits(Conversation after) {
    Set<String> turns = new HashSet<>();
    OpenHook blocking = after.waiting().blocking();
    if (blocking != null) {
      turns.add(blocking.turnId());
    }
    after.waiting().pending().forEach(pending -> turns.add(pending.turnId()));
    return turns;
  }

  private static void bounded(Conversation after) {
    assertThat(Pack.pack(after).length).isLessThanOrEqualTo(Limits.STATE_BYTES);
    assertThat(after.timers()).hasSizeLessThanOrEqualTo(Limits.TIMERS_PER_CONVERSATION);
    assertThat(after.waiting().side()).hasSizeLessThanOrEqualTo(Limits.SIDE_HOOKS);
    assertThat(after.waiting().pending()).hasSizeLessThanOrEqualTo(Limits.PENDING_INPUTS);
    Set<String> watched = new HashSet<>();
    for (Timer timer : after.timers()) {
      if (timer.purpose() instanceof Timer.Purpose.HookLate(var callId)) {
        watched.add(callId);
      }
    }
    Set<String> out = new HashSet<>();
    after.waiting().side().forEach(hook -> out.add(hook.callId()));
    if (after.waiting().blocking() != null) {
      out.add(after.waiting().blocking().callId());
    }
    assertThat(watched).isEqualTo(out);
  }

  /// When time passes and nothing else happens, every turn settles.
  void settle() {
    for (int i = 0; i < 2 * Limits.PENDING_INPUTS && !whoWaits(state).isEmpty(); i++) {
      now += 30 * Moment.NANOS_PER_SECOND;
      now = Math.max(now, state.progress().lastNanos() + 30 * Moment.NANOS_PER_SECOND);
      commit(List.of(new Arrival(nextTurn(), new Input.Release())));
    }
    assertThat(settled).isEqualTo(opened);
  }
}
