package dev.dragoman.core.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds a [Value.Obj] member by member, in order. Not thread-safe.
public final class ObjBuilder {

  /// Up to here names are compared one by one.
  private static final int FEW = 8;

  private String[] names = new String[FEW];
  private Value[] values = new Value[FEW];
  private @Nullable Map<String, Integer> index;
  private boolean indexGiven;
  private int size;

  ObjBuilder() {}

  /// Whether a member of that name is already there.
  public boolean has(String name) {
    return find(name) >= 0;
  }

  /// Adds a member at the end; throws `IllegalArgumentException` if the name is already there.
  public ObjBuilder put(String name, Value value) {
    if (has(name)) {
      throw new IllegalArgumentException("the name '" + name + "' stands twice in an object");
    }
    append(name, value);
    return this;
  }

  /// Adds a text member at the end, like [#put(String, Value)].
  public ObjBuilder put(String name, String text) {
    return put(name, Value.of(text));
  }

  /// Adds a whole number at the end, like [#put(String, Value)].
  public ObjBuilder put(String name, long number) {
    return put(name, Value.of(number));
  }

  /// Adds a truth at the end, like [#put(String, Value)].
  public ObjBuilder put(String name, boolean truth) {
    return put(name, Value.of(truth));
  }

  /// Replaces a member in its place, or adds it at the end.
  public ObjBuilder set(String name, Value value) {
    int at = find(name);
    if (at < 0) {
      append(name, value);
    } else {
      values[at] = value;
    }
    return this;
  }

  /// Sets every member of another object, in its order.
  public ObjBuilder setAll(Value.Obj other) {
    other.members().forEach(this::set);
    return this;
  }

  /// The object built so far; the builder may go on.
  public Value.Obj build() {
    return new Value.Obj(members());
  }

  Members members() {
    indexGiven = index != null;
    return new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size), index);
  }

  /// The index, copied first when an object that was built uses it: most builders end with it.
  private Map<String, Integer> own() {
    Map<String, Integer> mine = index == null || indexGiven ? copy() : index;
    index = mine;
    indexGiven = false;
    return mine;
  }

  private Map<String, Integer> copy() {
    return index == null ? new HashMap<>() : new HashMap<>(index);
  }

  private int find(String name) {
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void append(String name, Value value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = name;
    values[size] = value;
    if (index != null) {
      own().put(name, size);
    }
    size++;
    if (index == null && size > FEW) {
      Map<String, Integer> made = own();
      for (int i = 0; i < size; i++) {
        made.put(names[i], i);
      }
    }
  }
}
