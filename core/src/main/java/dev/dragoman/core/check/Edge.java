package dev.dragoman.core.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way from one point to another and what happens on it.
///
/// @param input what the contact (or the clock, or the page) does to take it; null when the bot
///     goes on by itself
/// @param hook where the hook that is called on it stands, or null
record Edge(Point from, Point to, List<Op> ops, @Nullable String input, @Nullable Spot hook) {
  /// Copies the list.
  Edge {
    ops = List.copyOf(ops);
  }

  boolean isImmediate() {
    return input == null;
  }

  /// Everything that happens on this edge and then on the other.
  List<Op> opsBefore(Edge other) {
    List<Op> all = new ArrayList<>(ops);
    all.addAll(other.ops);
    return all;
  }
}
