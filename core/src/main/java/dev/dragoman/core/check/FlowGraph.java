package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every way through a bot, and the shortest one to each point. Immutable once built.
final class FlowGraph {
  private final Names names;
  private final Map<Point, List<Edge>> bySource = new LinkedHashMap<>();
  private final Map<Point, List<Edge>> byGoal = new HashMap<>();
  private final Map<Point, Edge> shortest = new LinkedHashMap<>();

  private FlowGraph(Names names) {
    this.names = names;
  }

  static FlowGraph of(Bot bot) {
    FlowGraph graph = new FlowGraph(new Names(bot));
    Set<String> startedInside = new HashSet<>();
    for (Story story : bot.stories()) {
      for (var step : story.steps()) {
        for (Edge edge : StepEdges.of(graph.names, new Bot.Place(story, step))) {
          graph.add(edge);
          String goal = edge.to().stepId();
          if (story.steps().stream().noneMatch(own -> own.id().equals(goal))) {
            startedInside.add(goal);
          }
        }
      }
    }
    Entries.of(graph.names, startedInside).forEach(graph::add);
    graph.walk();
    return graph;
  }

  private void add(Edge edge) {
    bySource.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
    byGoal.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
  }

  private void walk() {
    Deque<Point> queue = new ArrayDeque<>(List.of(Point.OUTSIDE));
    while (!queue.isEmpty()) {
      for (Edge edge : from(queue.remove())) {
        if (!edge.to().equals(Point.OUTSIDE) && shortest.putIfAbsent(edge.to(), edge) == null) {
          queue.add(edge.to());
        }
      }
    }
  }

  Names names() {
    return names;
  }

  Bot bot() {
    return names.bot();
  }

  List<Edge> from(Point point) {
    return bySource.getOrDefault(point, List.of());
  }

  List<Edge> to(Point point) {
    return byGoal.getOrDefault(point, List.of());
  }

  boolean isReached(Point point) {
    return point.equals(Point.OUTSIDE) || shortest.containsKey(point);
  }

  /// Every edge that can be taken.
  List<Edge> reached() {
    List<Edge> edges = new ArrayList<>();
    bySource.forEach(
        (point, out) -> {
          if (isReached(point)) {
            edges.addAll(out);
          }
        });
    return edges;
  }

  /// The shortest way to a point, told.
  List<String> wayTo(Point point) {
    return told(wayTo(point, shortest));
  }

  /// The way to a point over the edges by which each point was found first.
  static List<Edge> wayTo(Point point, Map<Point, Edge> found) {
    Deque<Edge> way = new ArrayDeque<>();
    Edge edge = found.get(point);
    while (edge != null) {
      way.addFirst(edge);
      edge = edge.from().equals(Point.OUTSIDE) ? null : found.get(edge.from());
    }
    return List.copyOf(way);
  }

  /// A way in words: what the contact does and which steps are entered.
  List<String> told(List<Edge> way) {
    List<String> told = new ArrayList<>();
    for (Edge edge : way) {
      if (edge.input() != null) {
        told.add(edge.input());
      }
      if (edge.to().phase() == Point.Phase.ENTER) {
        told.add(names.step(edge.to().stepId()));
      }
    }
    return told;
  }
}
