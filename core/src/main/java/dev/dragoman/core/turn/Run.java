package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action.Arithmetic;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Tried;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One leg while it is being decided: the state as it changes and what is told so far.
///
/// Confined to one call of [Engine#decide]; nothing of it is seen before [#decided()].
final class Run {
  final Moment moment;
  final Chance chance;
  private final Arrival arrival;
  private final Conversation before;
  private final List<Event> events = new ArrayList<>();
  private final List<Tried> tried = new ArrayList<>();
  private final List<Work> work = new ArrayList<>();
  private final Facts factsBefore;
  private final StaffReads staff;
  private Conversation state;
  private Facts facts;
  private Budget budget = new Budget(0);
  private Input input;
  private String turnId;
  private long turnDeadlineNanos;
  private Leg.@Nullable Source source;
  private boolean settled = true;
  private boolean released;
  private List<String> languages = List.of();
  private Settings.Clock clock = Settings.Clock.ZONE;

  Run(Conversation before, Arrival arrival, Moment moment, Facts facts) {
    this.before = before;
    this.state = before;
    this.arrival = arrival;
    this.input = arrival.input();
    this.turnId = arrival.turnId();
    this.moment = moment;
    this.chance = new Chance(moment.seed());
    this.factsBefore = facts;
    this.staff = new StaffReads(facts.staff(), facts.teamOnline());
    this.facts = facts;
    this.turnDeadlineNanos = moment.plusMillis(facts.times().turnMillis());
  }

  /// The bot speaks these languages; whose attribute names one of them is spoken to in it.
  void amongLanguages(List<String> all) {
    languages = all;
    speak(Plain.text(facts.attributes().get(Sessions.LANGUAGE)));
  }

  /// The bot tells the time so.
  void clock(Settings.Clock wanted) {
    clock = wanted;
  }

  Settings.Clock clock() {
    return clock;
  }

  /// The leg belongs to the turn that called this hook, and goes on with what it had spent.
  void continueTurnOf(OpenHook hook, int walked) {
    turnId = hook.turnId();
    input = hook.cause();
    turnDeadlineNanos = hook.turnDeadlineNanos();
    budget = new Budget(walked);
    released = hook.released();
  }

  /// Whether the integrator has let the session go on before it stood where it waits for that.
  boolean released() {
    return released;
  }

  /// Uses that up: it counts once.
  void goneOn() {
    released = false;
    tell(new Event.LetGo(session().id()));
  }

  /// The leg takes up an input that waited, and the turn it drives.
  void resume(String pendingTurnId, Input pending) {
    turnId = pendingTurnId;
    input = pending;
  }

  /// What drives the turn: the arrival itself, or the input it goes on with.
  Input input() {
    return input;
  }

  String turnId() {
    return turnId;
  }

  long turnDeadlineNanos() {
    return turnDeadlineNanos;
  }

  Budget budget() {
    return budget;
  }

  Facts facts() {
    return facts;
  }

  /// Groups and agents, for whoever has to look.
  StaffReads staff() {
    return staff;
  }

  Conversation state() {
    return state;
  }

  void state(Conversation next) {
    state = next;
  }

  Session session() {
    Session session = state.holder().session();
    if (session == null) {
      throw new IllegalStateException("no session was started");
    }
    return session;
  }

  /// Whether the bot holds the conversation and may go on.
  boolean botHolds() {
    return state.holder() instanceof Holder.Bot;
  }

  /// Whether a session is there that has not ended.
  boolean hasSession() {
    boolean ended = state.holder() instanceof Holder.Nobody(var why, _) && why == Holder.Why.ENDED;
    return state.holder().session() != null && !ended;
  }

  /// Changes the session under the same holder.
  void session(Session session) {
    state =
        state.held(
            switch (state.holder()) {
              case Holder.Bot _ -> new Holder.Bot(session);
              case Holder.Room(var room, _) -> new Holder.Room(room, session);
              case Holder.Nobody(var why, _) -> new Holder.Nobody(why, session);
            });
  }

  void tell(Event event) {
    events.add(event);
  }

  void tried(Tried one) {
    tried.add(one);
  }

  void spent(String limit) {
    Tried reached = new Tried.BudgetReached(limit);
    if (!tried.contains(reached)) {
      tried.add(reached);
    }
  }

  void ask(Work one) {
    work.add(one);
  }

  void source(Leg.Source from) {
    source = from;
  }

  /// The turn's answer is not complete with this leg.
  void unsettled() {
    settled = false;
  }

  void send(Value.Obj action) {
    tell(new Event.Sent(chance.objectId(), action));
  }

  /// The message that was sent first so far, or null.
  @Nullable String firstSent() {
    return sent(0, 1);
  }

  /// The message that was sent last since so many events were told, or null.
  @Nullable String lastSent(int since) {
    return sent(since, Integer.MAX_VALUE);
  }

  private @Nullable String sent(int since, int most) {
    String found = null;
    int count = 0;
    for (Event event : events.subList(since, events.size())) {
      if (event instanceof Event.Sent(var messageId, _) && count++ < most) {
        found = messageId;
      }
    }
    return found;
  }

  /// How many events were told so far.
  int told() {
    return events.size();
  }

  /// What the turn says goes to many at once, none of whom asked.
  void campaign() {
    turnId = Audience.CAMPAIGN.mark(turnId);
  }

  /// Sets a session value if the session has room for it.
  void store(String key, Value value) {
    Value.Obj values = session().values();
    if (!Space.isFor(key, value, values)) {
      spent("SESSION_VALUES");
      return;
    }
    session(session().values(values.with(key, value)));
    tell(new Event.ValueSet(key, value));
  }

  void store(Value.Obj values) {
    values.members().forEach(this::store);
  }

  /// Forgets one session value, if it is there.
  void forget(String key) {
    if (session().values().get(key) != null) {
      session(session().values(session().values().without(key)));
      tell(new Event.ValueSet(key, null));
    }
  }

  /// Forgets all session values.
  void forget() {
    forgetBut(Value.Obj.EMPTY);
  }

  /// Forgets the session values that `kept` does not name.
  void forgetBut(Value.Obj kept) {
    Value.Obj left = session().values();
    for (String key : session().values().members().keySet()) {
      if (kept.get(key) == null) {
        left = left.without(key);
        tell(new Event.ValueSet(key, null));
      }
    }
    session(session().values(left));
  }

  /// Goes on in this language, if the bot speaks it and a session is there to speak in.
  void speak(String language) {
    Session session = state.holder().session();
    if (session != null && languages.contains(language) && !language.equals(session.language())) {
      tried(new Tried.LanguageChanged(session.language(), language));
      session(session.speaking(language));
    }
  }

  /// Sets an attribute of the contact if it is not longer than one may be.
  void attribute(String key, Value value) {
    if (value.weight() > Limits.ATTRIBUTE_TEXT) {
      spent("ATTRIBUTE_TEXT");
      return;
    }
    facts = facts.attributes(facts.attributes().with(key, value));
    if (key.equals(Sessions.LANGUAGE)) {
      speak(Plain.text(value));
    }
    tell(new Event.AttributeSet(key, value));
    ask(new Work.SetAttribute(key, value));
  }

  Value accumulated(@Nullable Value old, Value given, Arithmetic arithmetic) {
    return Accumulation.of(old, given, arithmetic);
  }

  void setTimer(long dueNanos, Timer.Purpose purpose) {
    int generation = state.progress().generation() + 1;
    Timer timer = new Timer(generation, dueNanos, purpose);
    List<Timer> timers = new ArrayList<>(state.timers());
    timers.add(timer);
    var progress = state.progress();
    state =
        state
            .timed(timers)
            .progressed(
                new Conversation.Progress(progress.sequence(), progress.lastNanos(), generation));
    tell(new Event.TimerSet(generation, dueNanos));
    ask(new Work.SetTimer(timer));
  }

  void dropTimers(Predicate<Timer> which) {
    if (state.timers().isEmpty()) {
      return;
    }
    List<Timer> kept = new ArrayList<>();
    for (Timer timer : state.timers()) {
      if (which.test(timer)) {
        ask(new Work.DropTimer(timer));
      } else {
        kept.add(timer);
      }
    }
    state = state.timed(kept);
  }

  /// The leg as it is now, ready to be recorded.
  Decision.Decided decided() {
    long first = before.progress().sequence() + 1;
    long last = before.progress().sequence() + events.size();
    long lastNanos = moment.epochNanos() + Math.max(0, events.size() - 1);
    Conversation after =
        state.progressed(new Conversation.Progress(last, lastNanos, state.progress().generation()));
    Session session = after.holder().session();
    Value.Obj values = session == null || !settled ? Value.Obj.EMPTY : session.values();
    Leg.Told told = new Leg.Told(events, source, values, new Why(tried), settled);
    Facts read = factsBefore.staff(staff.recorded()).teamOnline(staff.recordedOnline());
    Leg leg = new Leg(turnId, first, moment, arrival.input(), read, told);
    return new Decision.Decided(after, leg, work);
  }
}
