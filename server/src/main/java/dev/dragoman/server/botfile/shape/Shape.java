package dev.dragoman.server.botfile.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The keys one kind of mapping may have, in the order they are documented.
///
/// `required` are those without which it means nothing. The type of a key is a word of
/// [SchemaTypes], the name of another shape as `@name`, or several of them joined by `|`.
public record Shape(String name, String doc, Map<String, Key> keys, Set<String> required) {
  /// One key: the type of its value and what it does.
  public record Key(String name, String type, String doc) {}

  /// Keeps the order of the keys.
  public Shape {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    required = Set.copyOf(required);
  }

  static Shape of(String name, String doc, Key... keys) {
    Map<String, Key> byName = new LinkedHashMap<>();
    for (Key key : keys) {
      byName.put(key.name(), key);
    }
    return new Shape(name, doc, byName, Set.of());
  }

  Shape requires(String... names) {
    return new Shape(name, doc, keys, Set.of(names));
  }

  static Key key(String name, String type, String doc) {
    return new Key(name, type, doc);
  }
}
