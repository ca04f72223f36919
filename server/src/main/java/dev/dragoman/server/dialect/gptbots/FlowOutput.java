package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Why;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells which component said what, leg after leg of one turn (contract gptbots §3.2, §11.1).
///
/// A leg records the steps it entered and the arrows it took, each in its order. The last arrows
/// led to the last steps; a first step without one was entered by an intent, an event or a button.
/// An arrow whose hook holds the conversation leads to the first step of the next leg. One
/// instance serves one turn, in order.
final class FlowOutput {
  private final StepNames names;
  private final Deque<String> held = new ArrayDeque<>();
  private @Nullable String component;
  private @Nullable String branch;

  FlowOutput(StepNames names) {
    this.names = names;
  }

  /// All messages of a whole turn.
  static List<Said> of(List<Leg> legs, StepNames names) {
    FlowOutput output = new FlowOutput(names);
    return legs.stream().flatMap(leg -> output.of(leg).stream()).toList();
  }

  /// The messages of the turn's next leg.
  List<Said> of(Leg leg) {
    Deque<@Nullable String> branches = branches(leg);
    boolean entered = leg.told().events().stream().anyMatch(Event.StepEntered.class::isInstance);
    if (!entered && leg.told().source() != null) {
      component = name(leg.told().source());
    }
    List<Said> said = new ArrayList<>();
    for (Event event : leg.told().events()) {
      if (event instanceof Event.StepEntered(var stepId)) {
        component = names.of(leg.facts().publishedVersion(), stepId).orElse(null);
        branch = branches.pollFirst();
        branch = "".equals(branch) ? null : branch;
      } else if (event instanceof Event.Sent(_, var action)) {
        String text = SaidText.of(action);
        if (text != null) {
          said.add(new Said(text, component, branch));
        }
      }
    }
    return said;
  }

  private static String name(Leg.Source source) {
    return switch (source) {
      case Leg.Source.OfStep(_, var name) -> name;
      case Leg.Source.OfStepFallback(_, var name) -> name;
      case Leg.Source.OfStoryFallback(_, var name) -> name;
    };
  }

  /// A branch for each step the leg entered, empty where no arrow led.
  private Deque<@Nullable String> branches(Leg leg) {
    Deque<@Nullable String> taken = new ArrayDeque<>(held);
    held.clear();
    leg.told().why().tried().forEach(tried -> take(tried, taken));
    if (holdsAnArrow(leg) && !taken.isEmpty()) {
      held.add(String.valueOf(taken.removeLast()));
    }
    long steps = leg.told().events().stream().filter(Event.StepEntered.class::isInstance).count();
    while (taken.size() < steps) {
      taken.addFirst("");
    }
    while (taken.size() > steps) {
      taken.removeFirst();
    }
    return taken;
  }

  private static void take(Why.Tried tried, Deque<@Nullable String> taken) {
    if (tried instanceof Why.Tried.ArrowTested(_, int index, boolean holds) && holds) {
      taken.add(Integer.toString(index + 1));
    }
  }

  /// A step's own webhook is called right where the step is entered, an arrow's later.
  private static boolean holdsAnArrow(Leg leg) {
    Event before = null;
    for (Event event : leg.told().events()) {
      if (event instanceof Event.HookCalled(_, boolean blocking) && blocking) {
        return !(before instanceof Event.StepEntered);
      }
      before = event instanceof Event.TimerSet ? before : event;
    }
    return false;
  }
}
