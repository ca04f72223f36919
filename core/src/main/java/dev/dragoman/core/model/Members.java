package dev.dragoman.core.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The members of an object in their order, with depth and weight counted once.
///
/// Few members are searched one by one, which is faster and smaller than a hash table; many are
/// found through a `HashMap`, which stays fast under names chosen to collide.
final class Members extends AbstractMap<String, Value> {

  private final String[] names;
  private final Value[] values;
  private final @Nullable Map<String, Integer> index;
  private final int depth;
  private final int weight;

  /// Takes the arrays over; the names must be different from each other.
  Members(String[] names, Value[] values, @Nullable Map<String, Integer> index) {
    this.names = names;
    this.values = values;
    this.index = index;
    var measure = new Measure();
    for (int i = 0; i < names.length; i++) {
      measure.add(names[i], values[i]);
    }
    depth = measure.depth();
    weight = measure.weight();
  }

  static Map<String, Value> copyOf(Map<String, Value> members) {
    if (members instanceof Members same) {
      return same;
    }
    var builder = new ObjBuilder();
    members.forEach(builder::put);
    return builder.members();
  }

  int depth() {
    return depth;
  }

  int weight() {
    return weight;
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  private int find(@Nullable Object name) {
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, Value>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Entry<String, Value>> {
    @Override
    public Iterator<Entry<String, Value>> iterator() {
      return new Cursor();
    }

    @Override
    public int size() {
      return names.length;
    }
  }

  private final class Cursor implements Iterator<Entry<String, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Value> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var entry = Map.entry(names[next], values[next]);
      next++;
      return entry;
    }
  }
}
