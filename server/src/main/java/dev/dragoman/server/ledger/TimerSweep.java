package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.server.store.Timers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes conversations whose timers are due and whom nobody touches.
///
/// A timer fires once however many sweep: what it does is decided under the conversation's lock,
/// where a timer that is not in the state any more is refused. Thread-safe.
public final class TimerSweep {
  private static final Logger LOG = LoggerFactory.getLogger(TimerSweep.class);

  /// Under way at one time, of one workspace: some batches of the ledger, and no more than leaves
  /// its queue to those who wait for an answer.
  private static final int AT_ONCE = 512;

  private final Timers timers;
  private final Ledger ledger;
  private final Supplier<String> turnIds;
  private final Map<Integer, Wave> waves = new ConcurrentHashMap<>();

  /// The timers of one workspace that are under way, and the last one that was looked at: rows of
  /// what was fired a moment ago are not walked over again and again.
  private static final class Wave {
    final Pump pump = new Pump(AT_ONCE);
    final Set<Timers.Due> underWay = ConcurrentHashMap.newKeySet();
    volatile Timers.Due last;

    Wave(int workspace) {
      last = Timers.first(workspace);
    }
  }

  /// @param turnIds a new turn id each time it is asked
  public TimerSweep(Timers timers, Ledger ledger, Supplier<String> turnIds) {
    this.timers = timers;
    this.ledger = ledger;
    this.turnIds = turnIds;
  }

  /// Sweeps once: every due timer that is not under way is handed in on a virtual thread of its
  /// own. Returns how many; where more are due, the next follow as these end.
  public int sweep() {
    int handedIn = 0;
    for (int workspace : timers.workspacesWithDue()) {
      Wave wave = waves.computeIfAbsent(workspace, Wave::new);
      if (!wave.pump.flows()) {
        handedIn += sweep(wave, Timers.first(workspace), AT_ONCE);
      }
    }
    return handedIn;
  }

  private int sweep(Wave wave, Timers.Due behind, int limit) {
    List<Timers.Due> due = timers.due(behind, limit);
    List<Timers.Due> fresh = due.stream().filter(wave.underWay::add).toList();
    wave.last = due.isEmpty() ? behind : due.getLast();
    wave.pump.swept(fresh.size(), due.size() == limit);
    fresh.forEach(one -> Thread.ofVirtual().name("timer").start(() -> fire(wave, one)));
    return fresh.size();
  }

  private void fire(Wave wave, Timers.Due due) {
    try {
      Arrival arrival = new Arrival(turnIds.get(), new Input.TimerDue(due.generation()));
      Target target = new Target.Known(due.conversationId());
      Outcome outcome =
          ledger.submit(new Submission(due.workspace(), target, arrival, null, Urgency.TIMER));
      if (nobodyKnows(outcome)) {
        timers.drop(due);
      }
    } catch (RuntimeException failed) {
      // Its row is still there: a later sweep finds it.
      LOG.warn("a timer of {} did not fire: {}", due.conversationId(), failed.toString());
    } finally {
      wave.underWay.remove(due);
      ended(wave);
    }
  }

  private void ended(Wave wave) {
    if (wave.pump.ended()) {
      try {
        sweep(wave, wave.last, Math.max(1, wave.pump.room()));
      } catch (RuntimeException failed) {
        LOG.warn("a sweep of timers failed: {}", failed.toString());
      }
    }
  }

  private static boolean nobodyKnows(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var refusal) -> refusal == Decision.Refusal.STALE;
      case Outcome.NotFound(var what) -> what == Outcome.What.CONVERSATION;
      case Outcome.Poisoned _ -> true;
      case Outcome.Committed _, Outcome.Repeated _, Outcome.ConflictingRepeat _ -> false;
      case Outcome.RoomRefused _ -> false;
      case Outcome.Overloaded _, Outcome.NeedsVersion _, Outcome.Unknown _ -> false;
    };
  }
}
