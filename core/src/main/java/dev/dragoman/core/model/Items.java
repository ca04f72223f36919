package dev.dragoman.core.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// The items of a list, with the depth and weight of the whole counted once.
final class Items extends AbstractList<Value> implements RandomAccess {

  private final Value[] items;
  private final int depth;
  private final int weight;

  private Items(Value[] items) {
    this.items = items;
    var measure = new Measure();
    for (var item : items) {
      measure.add(item);
    }
    depth = measure.depth();
    weight = measure.weight();
  }

  static Items copyOf(List<Value> items) {
    return items instanceof Items same ? same : new Items(items.toArray(Value[]::new));
  }

  int depth() {
    return depth;
  }

  int weight() {
    return weight;
  }

  @Override
  public Value get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }
}
