package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Folds what arrived at one conversation, in order, into legs: due timers first, then each input,
/// then the inputs that waited for a hook that has settled, or for more texts.
///
/// Pure but for the seeds it is handed. One instance serves one conversation in one batch.
public final class Fold {
  /// At most so many microseconds lie between two decisions of one conversation.
  private static final long STEP_NANOS = 1_000;

  private final Decider decider;
  private final Supplier<Seed> seeds;
  private final Moment now;
  private final List<Decision.Decided> decided = new ArrayList<>();
  private final List<Unrecorded> unrecorded = new ArrayList<>();
  private Conversation state;
  private Facts facts;

  /// An arrival that left no leg, and why.
  public record Unrecorded(Arrival arrival, Decision why) {}

  /// What came of it: the state after the last leg, the legs in order, the rest.
  public record Folded(
      Conversation after,
      Facts facts,
      List<Decision.Decided> decided,
      List<Unrecorded> unrecorded) {}

  /// `now` carries the batch's time and zone offset; its seed is not used.
  public Fold(Conversation before, Decider decider, Moment now, Facts facts, Supplier<Seed> seeds) {
    this.state = before;
    this.decider = decider;
    this.now = now;
    this.facts = facts;
    this.seeds = seeds;
  }

  /// Folds the arrivals in the order given.
  public Folded fold(List<Arrival> arrivals) {
    for (int i = 0; i < arrivals.size(); i++) {
      applyDueTimers(arrivals.get(i).input());
      decide(arrivals.get(i), seeds.get());
      if (comesBack()) {
        leaveTheRest(arrivals.subList(i + 1, arrivals.size()));
        break;
      }
      resumePending();
    }
    return new Folded(state, facts, List.copyOf(decided), List.copyOf(unrecorded));
  }

  /// An answer that comes late is refused by its own words, not by the timer that watches for it.
  private void applyDueTimers(Input arriving) {
    Optional<Timer> due = firstDue(arriving);
    while (due.isPresent()) {
      Timer timer = due.get();
      Seed seed = seeds.get();
      String turnId = Audience.CHANNEL.mark(new Chance(seed).objectId());
      if (!decide(new Arrival(turnId, new Input.TimerDue(timer.generation())), seed)
          && !giveUp(timer, turnId)) {
        return;
      }
      resumePending();
      due = firstDue(arriving);
    }
  }

  /// A timer that cannot be decided would be due before every input to come, and before all other
  /// timers.
  private boolean giveUp(Timer timer, String turnId) {
    if (!(unrecorded.getLast().why() instanceof Decision.Refused(var refusal))) {
      return false;
    }
    unrecorded.removeLast();
    Input givenUp = new Input.TimerGivenUp(timer.generation(), refusal.name());
    return decide(new Arrival(turnId, givenUp), seeds.get());
  }

  private Optional<Timer> firstDue(Input arriving) {
    return state.timers().stream()
        .filter(timer -> timer.dueNanos() <= now.epochNanos())
        .filter(timer -> !watchesFor(timer, arriving))
        .min(Comparator.comparingLong(Timer::dueNanos).thenComparingInt(Timer::generation));
  }

  private static boolean watchesFor(Timer timer, Input arriving) {
    return arriving instanceof Input.HookSettled settled && timer.watchesFor(settled.callId());
  }

  private void resumePending() {
    while (state.waiting().blocking() == null && !state.waiting().pending().isEmpty()) {
      boolean collects = state.collects();
      if (collects && state.waiting().pending().size() == 1) {
        return;
      }
      String turnId = state.waiting().pending().getFirst().turnId();
      Input.Resume.How how = collects ? new Input.Resume.WithTheNext() : new Input.Resume.AsItWas();
      if (!resume(turnId, how)) {
        return;
      }
    }
  }

  /// What cannot be taken up is given up, or it would stay first for ever; what has to be
  /// understood again stays, and nothing overtakes it.
  private boolean resume(String turnId, Input.Resume.How how) {
    if (decide(new Arrival(turnId, new Input.Resume(how)), seeds.get())) {
      return true;
    }
    if (!(unrecorded.getLast().why() instanceof Decision.Refused(var refusal))) {
      return false;
    }
    unrecorded.removeLast();
    Input givenUp = new Input.Resume(new Input.Resume.GivenUp(refusal.name()));
    return decide(new Arrival(turnId, givenUp), seeds.get());
  }

  /// Whether the last arrival has to be understood again: nothing may overtake it meanwhile.
  private boolean comesBack() {
    return !unrecorded.isEmpty()
        && (unrecorded.getLast().why() instanceof Decision.NeedsVersion
            || unrecorded.getLast().why() instanceof Decision.NeedsStaff);
  }

  private void leaveTheRest(List<Arrival> rest) {
    Decision why = unrecorded.getLast().why();
    rest.forEach(arrival -> unrecorded.add(new Unrecorded(arrival, why)));
  }

  private boolean decide(Arrival arrival, Seed seed) {
    long nanos = Math.max(now.epochNanos(), state.progress().lastNanos() + STEP_NANOS);
    Moment moment = new Moment(nanos, now.offsetSeconds(), seed);
    Facts seen = arrival.turnMillis() == 0 ? facts : facts.turnMillis(arrival.turnMillis());
    Decision decision = decider.decide(state, arrival.turnId(), arrival.input(), moment, seen);
    return switch (decision) {
      case Decision.Decided made -> {
        decided.add(made);
        state = made.after();
        facts = afterWork(facts, made.work());
        yield true;
      }
      case Decision.NeedsVersion _,
          Decision.NeedsStaff _,
          Decision.RoomRefused _,
          Decision.Refused _ -> {
        unrecorded.add(new Unrecorded(arrival, decision));
        yield false;
      }
    };
  }

  private static Facts afterWork(Facts facts, List<Work> work) {
    Facts seen = facts;
    for (Work one : work) {
      if (one instanceof Work.SetAttribute(var key, var value)) {
        seen = seen.attributes(seen.attributes().with(key, value));
      }
    }
    return seen;
  }
}
