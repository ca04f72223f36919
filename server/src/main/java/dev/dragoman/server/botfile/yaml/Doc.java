package dev.dragoman.server.botfile.yaml;

import dev.dragoman.core.model.NumberText;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of a YAML document with its place. Immutable.
public sealed interface Doc {
  /// Where it stands.
  Place place();

  /// Its extent in the file.
  Span span();

  /// A single value: `text` as it was written, without quotes.
  record Scalar(Place place, Span span, String text, Kind kind) implements Doc {}

  /// A list.
  record Items(Place place, Span span, List<Doc> items) implements Doc {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// A mapping in the order of the file.
  record Entries(Place place, Span span, Map<String, Entry> entries) implements Doc {
    /// Copies the map.
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// The value of a key, or null when it is absent.
    public @Nullable Doc get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /// Whether the key is there.
    public boolean has(String key) {
      return entries.containsKey(key);
    }
  }

  /// One key of a mapping, where the key stands, and its value.
  record Entry(Place keyPlace, Span keySpan, Doc value) {}

  /// What a scalar is by the rules of YAML 1.2.
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }

  /// What it is, in the word of a message to a person.
  default String kindName() {
    return switch (this) {
      case Items _ -> "a list";
      case Entries _ -> "a mapping";
      case Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case TRUTH -> "true or false";
            case NOTHING -> "empty";
          };
    };
  }

  /// Whether it is an empty value.
  default boolean isNothing() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
  }

  /// The same as a JSON value. A number that JSON does not know stays a text.
  default Value toValue() {
    return switch (this) {
      case Scalar scalar -> scalarValue(scalar);
      case Items items -> new Value.List(items.items().stream().map(Doc::toValue).toList());
      case Entries entries -> {
        var builder = Value.Obj.builder();
        entries.entries().forEach((key, entry) -> builder.put(key, entry.value().toValue()));
        yield builder.build();
      }
    };
  }

  private static Value scalarValue(Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> Value.of(scalar.text());
      case NOTHING -> Value.Null.NULL;
      case TRUTH -> Value.of(scalar.text().equalsIgnoreCase("true"));
      case NUMBER -> number(scalar.text());
    };
  }

  private static Value number(String text) {
    if (Value.Num.fault(text) == NumberText.Fault.NONE) {
      return new Value.Num(text);
    }
    try {
      return Value.of(new BigDecimal(text));
    } catch (IllegalArgumentException notANumberOfJson) {
      return Value.of(text);
    }
  }
}
