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
/// they look at. From each step the shortest round is tried first; when its conditions exclude each
/// other, the first [#MOST_WAYS] ways are, shortest first.
final class Loops {
  private static final int MOST_WAYS = 300;
  private static final int MOST_TOLD = 6;

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
    Set<Point> leadsBack = leadingTo(start);
    List<Edge> direct = direct(start, leadsBack);
    if (direct.isEmpty() || isProved(direct)) {
      return direct.isEmpty() ? null : direct;
    }
    Deque<List<Edge>> ways = new ArrayDeque<>(List.of(List.of()));
    for (int seen = 0; seen < MOST_WAYS && !ways.isEmpty(); seen++) {
      List<Edge> way = ways.remove();
      Point at = way.isEmpty() ? start : way.getLast().to();
      for (Edge edge : graph.from(at)) {
        if (!leadsBack.contains(edge.to()) || !edge.isImmediate() || !isNew(edge, start, way)) {
          continue;
        }
        List<Edge> longer = new ArrayList<>(way);
        longer.add(edge);
        if (edge.to().equals(start)) {
          if (isProved(longer)) {
            return longer;
          }
        } else if (Logic.possible(ops(longer))) {
          ways.add(longer);
        }
      }
    }
    return null;
  }

  /// The shortest round if conditions did not matter; empty when there is none.
  private List<Edge> direct(Point start, Set<Point> leadsBack) {
    Map<Point, Edge> found = new HashMap<>();
    Deque<Point> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty() && !found.containsKey(start)) {
      for (Edge edge : graph.from(queue.remove())) {
        boolean walks = edge.isImmediate() && isNew(edge, start, List.of());
        if (walks && leadsBack.contains(edge.to()) && found.putIfAbsent(edge.to(), edge) == null) {
          queue.add(edge.to());
        }
      }
    }
    Deque<Edge> round = new ArrayDeque<>();
    Edge edge = found.get(start);
    while (edge != null) {
      round.addFirst(edge);
      edge = edge.from().equals(start) ? null : found.get(edge.from());
    }
    return List.copyOf(round);
  }

  private static boolean isProved(List<Edge> round) {
    List<Op> ops = ops(round);
    return Logic.possible(ops) && goesOnForEver(ops);
  }

  /// The points from which the bot can walk to this one by itself: only those are worth a try.
  private Set<Point> leadingTo(Point goal) {
    Set<Point> leading = new HashSet<>(Set.of(goal));
    Deque<Point> queue = new ArrayDeque<>(leading);
    while (!queue.isEmpty()) {
      for (Edge edge : graph.to(queue.remove())) {
        if (edge.isImmediate() && leading.add(edge.from())) {
          queue.add(edge.from());
        }
      }
    }
    return leading;
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
        case Op.Maybe maybe -> changed.add(maybe.getter());
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
        message.formatted(first, shortened(told)),
        way);
  }

  private static String shortened(List<String> steps) {
    return steps.size() <= MOST_TOLD
        ? String.join(" → ", steps)
        : String.join(" → ", steps.subList(0, MOST_TOLD)) + " → … → " + steps.getLast();
  }
}
