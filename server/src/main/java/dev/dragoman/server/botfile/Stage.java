package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Fold;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Staff;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One conversation being played: the state, the contact, and the time, which moves when it is told
/// to. Chance is the same in every run.
final class Stage {
  private static final int MOST_TIMERS = 100;
  private static final Conversation.Address ADDRESS =
      new Conversation.Address("0".repeat(24), "0".repeat(24), "0".repeat(24), "direct", "test");

  private final Decider decider;
  private final ZoneId zone;
  private final Deque<Value.Obj> said = new ArrayDeque<>();
  private final List<Value.Obj> clickable = new ArrayList<>();
  private final List<Value.Obj> outside = new ArrayList<>();
  private Conversation state = Conversation.fresh(ADDRESS);
  private Facts facts;
  private long nowNanos;
  private long seeds;
  private long turns;

  Stage(Bot bot, Decider decider, Transcript.Setting setting) {
    this.decider = decider;
    this.zone = ZoneId.of(bot.settings().zone());
    this.nowNanos = setting.at().atZone(zone).toEpochSecond() * Moment.NANOS_PER_SECOND;
    this.facts =
        new Facts(setting.attributes(), bot.version(), setting.teamOnline(), setting.logged())
            .staff(Staff.NOBODY);
    if (setting.values().size() > 0) {
      arrive(new Input.SetValues(setting.values(), false));
    }
  }

  /// What was said and not yet expected, oldest first.
  Deque<Value.Obj> said() {
    return said;
  }

  /// Everything the contact has seen, oldest first.
  List<Value.Obj> clickable() {
    return clickable;
  }

  /// What other systems were told to do, oldest first.
  List<Value.Obj> outside() {
    return outside;
  }

  Conversation state() {
    return state;
  }

  Facts facts() {
    return facts;
  }

  @Nullable Session session() {
    return state.holder().session();
  }

  /// Lets an input arrive; the reason when it is refused.
  Optional<String> arrive(Input input) {
    nowNanos += Moment.NANOS_PER_MILLI;
    int offset =
        zone.getRules()
            .getOffset(Instant.ofEpochSecond(nowNanos / Moment.NANOS_PER_SECOND))
            .getTotalSeconds();
    Moment now = new Moment(nowNanos, offset, seed());
    Fold.Folded folded =
        new Fold(state, decider, now, facts, this::seed)
            .fold(List.of(new Arrival("turn-" + ++turns, input)));
    state = folded.after();
    facts = folded.facts();
    folded.decided().forEach(this::take);
    return folded.unrecorded().stream().findFirst().map(one -> one.why().toString());
  }

  private void take(Decision.Decided decided) {
    for (Event event : decided.leg().told().events()) {
      switch (event) {
        case Event.Sent(_, var action) -> {
          clickable.add(action);
          if (!"wait_action".equals(action.text("type"))) {
            said.add(action);
          }
        }
        case Event.OutsideRequested(var kind, var fields) ->
            outside.add(Value.Obj.of("type", Value.of(kind.written())).with("fields", fields));
        case Event.UserRequestOpened(_, var message, _, _) ->
            outside.add(
                Value.Obj.of("type", Value.of("create_user_request_action"))
                    .with("fields", Value.Obj.of("message", Value.of(message))));
        case Event.Received _,
            Event.SessionStarted _,
            Event.SessionMigrated _,
            Event.SessionEnded _,
            Event.StepEntered _,
            Event.ValueSet _,
            Event.AttributeSet _,
            Event.HookCalled _,
            Event.HookClosed _,
            Event.InputQueued _,
            Event.Paused _,
            Event.OptedOut _,
            Event.LetGo _,
            Event.CampaignAccepted _,
            Event.CampaignSent _,
            Event.CampaignFailed _,
            Event.MessageStatus _,
            Event.InRoom _,
            Event.TimerSet _ -> {}
      }
    }
  }

  /// Lets time pass; timers that fall due in it go off, each at its own time.
  void pass(long millis) {
    long end = nowNanos + millis * Moment.NANOS_PER_MILLI;
    for (int i = 0; i < MOST_TIMERS; i++) {
      Optional<Timer> due = firstDue(end);
      if (due.isEmpty()) {
        break;
      }
      nowNanos = Math.max(nowNanos, due.get().dueNanos());
      arrive(new Input.TimerDue(due.get().generation()));
    }
    nowNanos = Math.max(nowNanos, end);
  }

  private Optional<Timer> firstDue(long until) {
    return state.timers().stream()
        .filter(timer -> timer.dueNanos() <= until)
        .min(Comparator.comparingLong(Timer::dueNanos));
  }

  private Seed seed() {
    return new Seed(ByteBuffer.allocate(Seed.BYTES).putLong(++seeds).array());
  }
}
