package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Fold;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.Staff;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.text.Folding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A conversation with a bot, played by hand: time moves when it is told to, every state and leg is
/// packed and unpacked on its way, and every leg is decided a second time to show that it replays.
final class Talk {
  private static final long START = 1_763_629_200_000_000_000L;

  final List<Leg> legs = new ArrayList<>();
  Conversation state = Conversation.fresh(new Conversation.Address("c", "b", "p", "direct", "ada"));
  Facts facts;
  Fold.Folded last =
      new Fold.Folded(state, new Facts(Value.Obj.EMPTY, 1, false, false), List.of(), List.of());
  private final Map<Integer, Engine> engines = new HashMap<>();
  private long now = START;
  private long turns;

  Talk(Bot bot) {
    this.facts = new Facts(Value.Obj.EMPTY, bot.version(), false, false).staff(Staff.NOBODY);
    publish(bot);
  }

  /// From now on this version is the published one; sessions find their own.
  Talk publish(Bot bot) {
    engines.put(bot.version(), new Engine(bot, Talk::compile));
    facts =
        new Facts(facts.attributes(), bot.version(), facts.teamOnline(), facts.logged())
            .times(facts.times())
            .staff(facts.staff());
    return this;
  }

  private static Patterns.Finder compile(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> compiled.matcher(text).find();
  }

  /// The team is online, the contact logged in.
  Talk present() {
    facts =
        new Facts(facts.attributes(), facts.publishedVersion(), true, true)
            .times(facts.times())
            .staff(facts.staff());
    return this;
  }

  /// From now on turns and hooks may take this long.
  Talk times(TurnTimes times) {
    facts = facts.times(times);
    return this;
  }

  private Engine engine(Conversation before, Facts given, long nanos) {
    int version = SessionVersion.of(before, given.publishedVersion(), nanos, 24);
    return Objects.requireNonNull(engines.get(version));
  }

  private Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts given) {
    Engine engine = engine(before, given, moment.epochNanos());
    Decision decision = engine.decide(before, turnId, input, moment, given);
    return decision instanceof Decision.NeedsVersion
            && input.equals(new Input.Resume())
            && before.waiting().pending().getFirst().heard() instanceof Input.Text text
        ? engine.decide(before, turnId, again(text), moment, given)
        : decision;
  }

  /// What the ledger does about a pending text that nobody has understood yet.
  private Input again(Input.Text text) {
    return new Input.Resume(new Input.Resume.Again(understood(text.text(), 0.5)));
  }

  /// These groups and agents are there.
  Talk staffed(Staff staff) {
    facts = facts.staff(staff);
    return this;
  }

  Talk attribute(String key, String value) {
    facts = facts.attributes(facts.attributes().with(key, Value.of(value)));
    return this;
  }

  long nowNanos() {
    return now;
  }

  Talk later(long millis) {
    now += millis * Moment.NANOS_PER_MILLI;
    return this;
  }

  /// Says a text; an intent whose example it equals scores 1, others nothing.
  Talk say(String text) {
    return say(text, 0.5);
  }

  Talk say(String text, double threshold) {
    return input(new Input.Text(text, List.of(), understood(text, threshold)));
  }

  /// Says a text that a model made these candidates and entities of.
  Talk say(String text, List<Understood.Scored> scored, EntitySpan... spans) {
    return input(text(text, scored, true, spans));
  }

  static Input.Text text(
      String text, List<Understood.Scored> scored, boolean covered, EntitySpan... spans) {
    Understood understood = new Understood(1, null, scored, 0.5, covered, List.of(spans));
    return new Input.Text(text, List.of(), understood);
  }

  private Understood understood(String text, double threshold) {
    Bot bot = engine(state, facts, now + Moment.NANOS_PER_MILLI).bot();
    List<Understood.Scored> scored =
        bot.intents().stream()
            .filter(
                intent ->
                    intent.examples().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(example -> Folding.fold(example).equals(Folding.fold(text))))
            .map(intent -> new Understood.Scored(intent.id(), 1, true))
            .toList();
    return new Understood(bot.version(), null, scored, threshold, true, List.of());
  }

  Talk click(Target target) {
    return input(new Input.GoTo(target, null, Value.Obj.EMPTY));
  }

  Talk input(Input input) {
    return arrive(List.of(new Arrival("turn-" + ++turns, input)));
  }

  Talk answerHook(HookAnswer answer) {
    OpenHook hook = Objects.requireNonNull(state.waiting().blocking());
    return answerHook(hook.callId(), answer);
  }

  Talk answerHook(String callId, HookAnswer answer) {
    HookRecord record = new HookRecord("POST", "https://h.example/", "{}", null, null, 5);
    return input(new Input.HookSettled(callId, answer, record));
  }

  Talk arrive(List<Arrival> arrivals) {
    now += Moment.NANOS_PER_MILLI;
    Conversation before = state;
    long[] seeds = {turns * 100};
    last =
        new Fold(before, this::decide, new Moment(now, 0, seed(0)), facts, () -> seed(seeds[0]++))
            .fold(arrivals);
    facts = last.facts();
    last.decided().forEach(decided -> legs.add(Pack.leg(Pack.pack(decided.leg()))));
    state = Pack.conversation(Pack.pack(last.after()));
    replay(before);
    return this;
  }

  private void replay(Conversation before) {
    Conversation again = before;
    for (Decision.Decided decided : last.decided()) {
      Leg leg = Pack.leg(Pack.pack(decided.leg()));
      Decision decision = decide(again, leg.turnId(), leg.input(), leg.moment(), leg.facts());
      Decision.Decided repeated = (Decision.Decided) decision;
      if (!Arrays.equals(Pack.pack(repeated.leg()), Pack.pack(leg))) {
        throw new AssertionError("replay differs: " + repeated.leg() + " from " + leg);
      }
      again = repeated.after();
    }
    if (!again.equals(state)) {
      throw new AssertionError("replay ends at " + again + " instead of " + state);
    }
  }

  private static Seed seed(long number) {
    return new Seed(ByteBuffer.allocate(Seed.BYTES).putLong(number).array());
  }

  /// Why the last input left no leg, or null when it did.
  Decision.@Nullable Refusal refusal() {
    return last.unrecorded().isEmpty()
        ? null
        : ((Decision.Refused) last.unrecorded().getLast().why()).refusal();
  }

  /// What the last leg tells of these kinds of events.
  <E extends Event> List<E> told(Class<E> kind) {
    return leg().told().events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What the last leg tried, of this kind.
  <T extends Why.Tried> List<T> tried(Class<T> kind) {
    return leg().told().why().tried().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The session value as text, empty when unset.
  String value(String key) {
    return Plain.text(session().values().get(key));
  }

  Leg leg() {
    return legs.getLast();
  }

  Session session() {
    return Objects.requireNonNull(state.holder().session());
  }

  /// The texts of the last leg.
  List<String> said() {
    return leg().sent().stream().map(Event.Sent::action).map(Talk::text).toList();
  }

  private static String text(Value.Obj action) {
    return Objects.requireNonNullElse(
        action.text("text"),
        Objects.requireNonNullElse(action.text("message"), action.text("type")));
  }
}
