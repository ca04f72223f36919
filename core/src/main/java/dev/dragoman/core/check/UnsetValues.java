package dev.dragoman.core.check;

import dev.dragoman.core.bot.Template;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds session values that are used on a way on which nothing has set them.
///
/// For each value it follows, breadth first, only the ways that leave it unset: so the first use
/// met stands at the end of the shortest such way. A hook may set anything, so a way with a hook
/// proves nothing; a declared value that nothing in the bot sets comes from outside.
final class UnsetValues {
  private final FlowGraph graph;
  private final String key;
  private final Map<Point, Edge> found = new HashMap<>();
  private final Set<Spot> used = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private UnsetValues(FlowGraph graph, String key) {
    this.graph = graph;
    this.key = key;
  }

  static List<Finding> find(FlowGraph graph) {
    Set<String> read = new TreeSet<>();
    Set<String> set = new TreeSet<>();
    for (Edge edge : graph.reached()) {
      boolean brought = edge.from().equals(Point.OUTSIDE);
      for (Op op : edge.ops()) {
        switch (op) {
          case Op.Read(var key, _, _) -> read.add(key);
          case Op.Put put when !brought -> AbstractValue.keyOf(put.getter()).ifPresent(set::add);
          case Op.Maybe(var key) -> set.add(key);
          case Op.Put _, Op.Hook _, Op.Test _ -> {}
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (String key : read) {
      boolean fromOutside = graph.bot().valueTypes().containsKey(key) && !set.contains(key);
      if (!fromOutside && !Template.NATIVE.contains(key)) {
        UnsetValues search = new UnsetValues(graph, key);
        search.follow();
        findings.addAll(search.findings);
      }
    }
    return findings;
  }

  private void follow() {
    Deque<Point> queue = new ArrayDeque<>(List.of(Point.OUTSIDE));
    while (!queue.isEmpty()) {
      for (Edge edge : graph.from(queue.remove())) {
        if (staysUnset(edge) && found.putIfAbsent(edge.to(), edge) == null) {
          queue.add(edge.to());
        }
      }
    }
  }

  private boolean staysUnset(Edge edge) {
    for (Op op : edge.ops()) {
      switch (op) {
        case Op.Read(var name, boolean test, var spot) -> {
          if (name.equals(key) && used.add(spot)) {
            report(edge, test, spot);
          }
        }
        case Op.Hook _ -> {
          return false;
        }
        case Op.Maybe(var name) -> {
          if (name.equals(key)) {
            return false;
          }
        }
        case Op.Put put -> {
          if (AbstractValue.isKey(put.getter(), key)) {
            return false;
          }
        }
        case Op.Test test -> {
          if (AbstractValue.UNSET.after(test, key).isImpossible()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void report(Edge edge, boolean test, Spot spot) {
    List<Edge> way = new ArrayList<>(FlowGraph.wayTo(edge.from(), found));
    List<String> told = graph.told(way);
    if (edge.input() != null) {
      told.add(edge.input());
    }
    findings.add(
        test
            ? Finding.warning(
                Kind.UNSET_VALUE,
                spot,
                "the value '%s' is compared here before anything has set it".formatted(key),
                told)
            : Finding.error(
                Kind.UNSET_VALUE,
                spot,
                "{{%s}} is written here before anything has set it".formatted(key),
                told));
  }
}
