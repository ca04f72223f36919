package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.server.store.Timers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Wakes conversations whose timers are due and whom nobody touches.
///
/// A timer fires once however many sweep: what it does is decided under the conversation's lock,
/// where a timer that is not in the state any more is refused. Thread-safe.
public final class TimerSweep {
  private static final int AT_ONCE = 256;

  private final Timers timers;
  private final Ledger ledger;
  private final Supplier<String> turnIds;
  private final Set<Timers.Due> underWay = ConcurrentHashMap.newKeySet();

  /// @param turnIds a new turn id each time it is asked
  public TimerSweep(Timers timers, Ledger ledger, Supplier<String> turnIds) {
    this.timers = timers;
    this.ledger = ledger;
    this.turnIds = turnIds;
  }

  /// Sweeps once: every due timer that is not under way is handed in on a virtual thread of its
  /// own. Returns how many.
  public int sweep() {
    int handedIn = 0;
    for (int workspace : timers.workspacesWithDue()) {
      List<Timers.Due> due = timers.due(workspace, AT_ONCE);
      for (Timers.Due one : due) {
        if (underWay.add(one)) {
          handedIn++;
          Thread.ofVirtual().name("timer").start(() -> fire(one));
        }
      }
    }
    return handedIn;
  }

  private void fire(Timers.Due due) {
    try {
      Arrival arrival = new Arrival(turnIds.get(), new Input.TimerDue(due.generation()));
      Target target = new Target.Known(due.conversationId());
      Outcome outcome =
          ledger.submit(new Submission(due.workspace(), target, arrival, null, Urgency.TIMER));
      if (nobodyKnows(outcome)) {
        timers.drop(due);
      }
    } finally {
      underWay.remove(due);
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
