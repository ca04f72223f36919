package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueType;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds steps after which the contact waits in vain.
///
/// That is: an answer after which nothing follows; arrows none of which is taken in some case,
/// where nothing else can be clicked or said to go on; and a step that says and does nothing.
final class DeadEnds {
  private final FlowGraph graph;
  private final Map<String, ValueFlow> flows = new HashMap<>();

  private DeadEnds(FlowGraph graph) {
    this.graph = graph;
  }

  static List<Finding> find(FlowGraph graph) {
    DeadEnds search = new DeadEnds(graph);
    List<Finding> findings = new ArrayList<>();
    for (Story story : graph.bot().stories()) {
      story.steps().forEach(step -> search.find(step).ifPresent(findings::add));
    }
    return findings;
  }

  private Optional<Finding> find(Step step) {
    return graph.from(Point.next(step.id())).stream()
        .filter(edge -> edge.to().equals(Point.rest(step.id())))
        .findFirst()
        .filter(fall -> mayStrand(step))
        .flatMap(fall -> stranded(step, fall));
  }

  private boolean mayStrand(Step step) {
    if (step.question() != null) {
      // Where answering the last step ends the session, that is what its author wants.
      return !step.next().isEmpty() || !graph.bot().settings().closing().answered();
    }
    if (!step.links().isEmpty() || offersClicks(step) || isAnsweredOutside(step)) {
      return false;
    }
    return !step.next().isEmpty() || doesNothing(step);
  }

  private boolean offersClicks(Step step) {
    return graph.from(Point.enter(step.id())).stream().anyMatch(edge -> edge.input() != null);
  }

  /// What a webhook answers may hold buttons.
  private boolean isAnsweredOutside(Step step) {
    return step.webhook().asked() && graph.bot().settings().webhook() != null;
  }

  private static boolean doesNothing(Step step) {
    return step.actions().stream().noneMatch(DeadEnds::isNoticed);
  }

  private static boolean isNoticed(Action action) {
    return switch (action) {
      case Action.Visible _, Action.Outside _, Action.UserRequest _, Action.HandOver _ -> true;
      case Action.StoreValue _, Action.SetAttribute _, Action.JumpTo _ -> false;
    };
  }

  private Optional<Finding> stranded(Step step, Edge fall) {
    if (coversNumbers(fall.ops())) {
      return Optional.empty();
    }
    return graph.to(Point.next(step.id())).stream()
        .filter(edge -> graph.isReached(edge.from()))
        .filter(edge -> Logic.possible(edge.opsBefore(fall)))
        .filter(edge -> allowed(edge, fall))
        .findFirst()
        .map(edge -> finding(step, edge));
  }

  private boolean allowed(Edge edge, Edge fall) {
    List<Op> ops = edge.opsBefore(fall);
    return fall.ops().stream()
        .filter(Op.Test.class::isInstance)
        .map(op -> AbstractValue.keyOf(Logic.getter((Op.Test) op)))
        .flatMap(Optional::stream)
        .distinct()
        .allMatch(key -> flow(key).allows(edge.from(), ops));
  }

  private ValueFlow flow(String key) {
    return flows.computeIfAbsent(key, name -> ValueFlow.of(graph, name));
  }

  /// Whether two comparisons that failed leave no number over, for a value declared a number.
  private boolean coversNumbers(List<Op> failed) {
    Bot bot = graph.bot();
    List<Condition.Check> checks =
        failed.stream()
            .filter(op -> op instanceof Op.Test(Condition.Check _, boolean holds) && !holds)
            .map(op -> (Condition.Check) ((Op.Test) op).condition())
            .filter(check -> isNumber(bot, check.getter()))
            .toList();
    return checks.stream().anyMatch(one -> checks.stream().anyMatch(other -> cover(one, other)));
  }

  private static boolean isNumber(Bot bot, Getter getter) {
    return AbstractValue.keyOf(getter)
        .filter(key -> bot.valueTypes().get(key) == ValueType.NUMBER)
        .isPresent();
  }

  private static boolean cover(Condition.Check one, Condition.Check other) {
    return one.getter().equals(other.getter())
        && one.test() instanceof ValueTest.Compares left
        && other.test() instanceof ValueTest.Compares right
        && Bounds.cover(left, right);
  }

  private Finding finding(Step step, Edge last) {
    List<String> way = new ArrayList<>(graph.wayTo(last.from()));
    if (last.input() != null) {
      way.add(last.input());
    }
    String name = graph.names().step(step.id());
    Spot spot = Spot.of(step.id());
    if (step.question() != null) {
      String message =
          step.next().isEmpty()
              ? "an answer to '%s' leads nowhere: the contact hears no more"
              : "an answer to '%s' takes none of its arrows: the contact hears no more";
      Spot at = step.next().isEmpty() ? spot.in("ask") : spot.in("next");
      return Finding.error(Kind.DEAD_END, at, message.formatted(name), way);
    }
    if (step.next().isEmpty()) {
      String message = "'%s' says nothing, asks nothing and goes nowhere".formatted(name);
      return Finding.error(Kind.DEAD_END, spot, message, way);
    }
    String message = "in some case none of the arrows of '%s' is taken: the contact hears no more";
    return Finding.error(Kind.DEAD_END, spot.in("next"), message.formatted(name), way);
  }
}
