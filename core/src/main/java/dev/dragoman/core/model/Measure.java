package dev.dragoman.core.model;

import java.util.Objects;

/// Adds up the depth and weight of a container and refuses what is beyond the bounds of [Value].
final class Measure {

  private int depth = 1;
  private long weight = 1;

  void add(Value item) {
    depth = Math.max(depth, Objects.requireNonNull(item).depth() + 1);
    weight += item.weight();
    if (depth > Value.MAX_DEPTH) {
      throw new IllegalArgumentException("a value is nested deeper than " + Value.MAX_DEPTH);
    }
    if (weight > Value.MAX_WEIGHT) {
      throw new IllegalArgumentException("a value weighs more than " + Value.MAX_WEIGHT);
    }
  }

  void add(String name, Value item) {
    if (Value.Text.firstIllegal(name) >= 0) {
      throw new IllegalArgumentException("a name holds NUL or half a surrogate pair");
    }
    weight += name.length();
    add(item);
  }

  int depth() {
    return depth;
  }

  int weight() {
    return (int) weight;
  }
}
