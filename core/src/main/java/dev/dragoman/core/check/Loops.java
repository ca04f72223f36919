package dev.dragoman.core.check;

import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds rounds of steps that the bot walks without waiting for anybody.
///
/// A round is proved when the conditions on it can all hold at once and nothing on it changes what
/// they look at. Rounds through more than [#MOST_WAYS] ways are not looked for.
final class Loops {
  private static final int MOST_WAYS = 2_000;

  private final FlowGraph graph;
  private final Set<Set<String>> known = new HashSet<>();
  private final Map<String, Integer> order = new HashMap<>();

  private Loops(FlowGraph graph) {
    this.graph = graph;
  }

  static List<Finding> find(FlowGraph graph) {
    Loops search = new Loops(graph);
    List<Finding> findings = new ArrayList<>();
    for (Story story : graph.bot().stories()) {
      story.steps().forEach(step -> search.order.put(step.id(), search.order.size()));
    }
    for (Story story : graph.bot().stories()) {
      for (var step : story.steps()) {
        Point start = Point.enter(step.id());
        List<Edge> round = graph.isReached(start) ? search.shortestRound(start) : null;
        if (round != null && search.known.add(steps(round))) {
          findings.add(search.finding(start, round));
        }
      }
    }
    return findings;
  }

  /// The shortest round that starts and ends here, through steps that come later in the bot.
  private @Nullable List<Edge> shortestRound(Point start) {
    Deque<List<Edge>> ways = new ArrayDeque<>(List.of(List.of()));
    for (int seen = 0; seen < MOST_WAYS && !ways.isEmpty(); seen++) {
      List<Edge> way = ways.remove();
      Point at = way.isEmpty() ? start : way.getLast().to();
      for (Edge edge : graph.from(at)) {
        if (!edge.isImmediate() || !isNew(edge, start, way)) {
          continue;
        }
        List<Edge> longer = new ArrayList<>(way);
        longer.add(edge);
        if (!Logic.possible(ops(longer))) {
          continue;
        }
        if (!edge.to().equals(start)) {
          ways.add(longer);
        } else if (goesOnForEver(ops(longer))) {
          return longer;
        }
      }
    }
    return null;
  }

  private boolean isNew(Edge edge, Point start, List<Edge> way) {
    Point to = edge.to();
    boolean later =
        order.getOrDefault(to.stepId(), -1)
            >= order.getOrDefault(start.stepId(), Integer.MAX_VALUE);
    boolean walks = to.phase() == Point.Phase.ENTER || to.phase() == Point.Phase.NEXT;
    return later && walks && way.stream().noneMatch(one -> one.to().equals(to));
  }

  private static List<Op> ops(List<Edge> way) {
    List<Op> ops = new ArrayList<>();
    way.forEach(edge -> ops.addAll(edge.ops()));
    return ops;
  }

  /// Nothing that happens on the round changes a value that is tested on it.
  private static boolean goesOnForEver(List<Op> ops) {
    Set<Getter> changed = new HashSet<>();
    boolean hooked = false;
    for (Op op : ops) {
      switch (op) {
        case Op.Put(var getter, _) -> changed.add(getter);
        case Op.Hook _ -> hooked = true;
        case Op.Read _, Op.Test _ -> {}
      }
    }
    for (Op op : ops) {
      if (op instanceof Op.Test test) {
        Getter getter = Logic.getter(Logic.plain(test));
        boolean moves = hooked && !(getter == null || getter instanceof Getter.Message);
        if (moves || (getter != null && changed.contains(getter))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<String> steps(List<Edge> round) {
    return round.stream().map(edge -> edge.to().stepId()).collect(Collectors.toSet());
  }

  private Finding finding(Point start, List<Edge> round) {
    List<String> way = new ArrayList<>(graph.wayTo(start));
    List<String> told = graph.told(round);
    way.addAll(told);
    String message = "goes round without waiting for the contact: %s → %s";
    String first = graph.names().step(start.stepId());
    return Finding.error(
        Kind.LOOP_WITHOUT_INPUT,
        Spot.of(start.stepId()),
        message.formatted(first, String.join(" → ", told)),
        way);
  }
}
