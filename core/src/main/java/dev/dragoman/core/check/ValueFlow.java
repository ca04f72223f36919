package dev.dragoman.core.check;

import dev.dragoman.core.bot.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one session value may be at every point, whichever way was taken to it.
final class ValueFlow {
  private final String key;
  private final Map<Point, AbstractValue> values = new HashMap<>();

  private ValueFlow(String key) {
    this.key = key;
  }

  /// Goes round until nothing new is learnt; each point only ever learns more.
  static ValueFlow of(FlowGraph graph, String key) {
    ValueFlow flow = new ValueFlow(key);
    boolean given = Template.NATIVE.contains(key);
    flow.values.put(Point.OUTSIDE, given ? AbstractValue.UNKNOWN : AbstractValue.UNSET);
    Deque<Point> queue = new ArrayDeque<>(List.of(Point.OUTSIDE));
    while (!queue.isEmpty()) {
      for (Edge edge : graph.from(queue.remove())) {
        if (flow.learns(edge)) {
          queue.add(edge.to());
        }
      }
    }
    return flow;
  }

  private boolean learns(Edge edge) {
    AbstractValue before = values.get(edge.from());
    AbstractValue brought = before == null ? null : before.after(edge.ops(), key);
    if (brought == null || brought.isImpossible()) {
      return false;
    }
    AbstractValue known = values.get(edge.to());
    AbstractValue both = known == null ? brought : known.or(brought);
    values.put(edge.to(), both);
    return !both.equals(known);
  }

  /// Whether the value lets these things happen at the point.
  boolean allows(Point from, List<Op> ops) {
    @Nullable AbstractValue value = values.get(from);
    return value != null && !value.after(ops, key).isImpossible();
  }
}
