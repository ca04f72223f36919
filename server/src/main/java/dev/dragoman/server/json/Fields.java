package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Defect.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the members of an object and gathers every defect instead of stopping at the first.
///
/// A reader asks for all members, keeps what it gets in locals, and builds its record in
/// [#decoded] or [#build], which run only if no defect was found: until then a defective member
/// stands as an empty placeholder. A JSON `null` counts as absent. Not thread-safe.
public final class Fields {

  private static final int DEFECTS_MAX = 100;

  private final Value.Obj object;
  private final String path;
  private final List<Defect> defects;
  private final Set<String> asked = new HashSet<>();

  private Fields(Value.Obj object, String path, List<Defect> defects) {
    this.object = object;
    this.path = path;
    this.defects = defects;
  }

  /// Reads a body; one that is no object is a defect at the root.
  public static Fields of(Value body) {
    var fields =
        new Fields(body instanceof Value.Obj o ? o : Value.Obj.EMPTY, "", new ArrayList<>());
    if (!(body instanceof Value.Obj)) {
      fields.add("", Kind.TYPE, "must be an object");
    }
    return fields;
  }

  /// What was read, or every defect; `whole` runs only if there is none.
  public <T> Decoded<T> decoded(Supplier<T> whole) {
    return defects.isEmpty() ? new Decoded.Whole<>(whole.get()) : new Decoded.Defective<>(defects);
  }

  /// Builds a part, or gives null if any defect was found so far anywhere in the body.
  public <T> @Nullable T build(Supplier<T> part) {
    return defects.isEmpty() ? part.get() : null;
  }

  /// A required text of `min` to `max` code points.
  public String text(String name, int min, int max) {
    var text = optionalText(name, min, max);
    return text == null ? missing(name, "") : text;
  }

  /// A text of `min` to `max` code points, or null if absent.
  public @Nullable String optionalText(String name, int min, int max) {
    var value = optional(name);
    return value == null ? null : FieldRules.text(this, at(name), value, min, max);
  }

  /// A required whole number from `min` to `max`; `3.0` is one.
  public long whole(String name, long min, long max) {
    var whole = optionalWhole(name, min, max);
    return whole == null ? missing(name, min) : whole;
  }

  /// A whole number from `min` to `max`, or null if absent.
  public @Nullable Long optionalWhole(String name, long min, long max) {
    var value = optional(name);
    return value == null ? null : FieldRules.whole(this, at(name), value, min, max);
  }

  /// A required truth.
  public boolean bool(String name) {
    var truth = optionalBool(name);
    return truth == null ? missing(name, false) : truth;
  }

  /// A truth, or `absent` if there is none.
  public boolean bool(String name, boolean absent) {
    var truth = optionalBool(name);
    return truth == null ? absent : truth;
  }

  /// A truth, or null if absent.
  public @Nullable Boolean optionalBool(String name) {
    return switch (optional(name)) {
      case null -> null;
      case Value.Bool(var truth) -> truth;
      default -> {
        add(at(name), Kind.TYPE, "must be true or false");
        yield false;
      }
    };
  }

  /// A required text that is one of the keys of `choices` (at least one); gives what the key
  /// stands for.
  public <T> T choice(String name, Map<String, T> choices) {
    var placeholder = choices.values().iterator().next();
    if (optional(name) == null) {
      return missing(name, placeholder);
    }
    var chosen = optionalChoice(name, choices);
    return chosen == null ? placeholder : chosen;
  }

  /// What a text stands for in `choices`, or null if absent or none of them.
  public <T> @Nullable T optionalChoice(String name, Map<String, T> choices) {
    var value = optional(name);
    return value == null ? null : FieldRules.choice(this, at(name), value, choices);
  }

  /// A required value of any type; [Value.Null] only as a placeholder.
  public Value any(String name) {
    var value = optional(name);
    return value == null ? missing(name, Value.Null.NULL) : value;
  }

  /// A value of any type, or null if absent or a JSON `null`.
  public @Nullable Value optional(String name) {
    asked.add(name);
    var value = object.get(name);
    return value instanceof Value.Null ? null : value;
  }

  /// A required object, to be read in turn.
  public Fields object(String name) {
    var inner = optionalObject(name);
    return inner == null ? missing(name, new Fields(Value.Obj.EMPTY, at(name), defects)) : inner;
  }

  /// An object to be read in turn, or null if absent.
  public @Nullable Fields optionalObject(String name) {
    var value = optional(name);
    return value == null ? null : inner(value, at(name));
  }

  /// A required list of `min` to `max` items; `item` reads each.
  public <T> List<T> list(String name, int min, int max, Function<Item, @Nullable T> item) {
    var items = optionalList(name, min, max, item);
    return items == null ? missing(name, List.of()) : items;
  }

  /// A list of `min` to `max` items, or null if absent; `item` reads each, and gives null only
  /// where it left a defect.
  public <T> @Nullable List<T> optionalList(
      String name, int min, int max, Function<Item, @Nullable T> item) {
    var value = optional(name);
    if (value == null) {
      return null;
    }
    var read = new ArrayList<T>();
    var items = FieldRules.items(this, at(name), value, min, max);
    for (int i = 0; i < items.size(); i++) {
      var one = item.apply(new Item(this, Path.item(at(name), i), items.get(i)));
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  /// Adds a defect of the reader's own to a member.
  public void invalid(String name, String message) {
    add(at(name), Kind.INVALID, message);
  }

  /// Adds a defect that another reader found below this object, at a path it has spelled already.
  public void invalidBelow(String below, String message) {
    String joint = path.isEmpty() || below.isEmpty() || below.startsWith("[") ? "" : ".";
    add(path + joint + below, Kind.INVALID, message);
  }

  /// Makes every member that nobody asked for a defect; call it last.
  public void refuseUnknown() {
    rest().members().keySet().forEach(name -> add(at(name), Kind.UNKNOWN, "is not known here"));
  }

  /// The members nobody asked for.
  public Value.Obj rest() {
    var rest = Value.Obj.builder();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!asked.contains(name)) {
                rest.put(name, value);
              }
            });
    return rest.build();
  }

  /// The object being read.
  public Value.Obj source() {
    return object;
  }

  /// Where the object stands in the body; empty for the body itself.
  public String path() {
    return path;
  }

  void add(String at, Kind kind, String message) {
    if (defects.size() < DEFECTS_MAX) {
      defects.add(new Defect(at, kind, message));
    }
  }

  Fields inner(Value value, String at) {
    if (value instanceof Value.Obj inner) {
      return new Fields(inner, at, defects);
    }
    add(at, Kind.TYPE, "must be an object");
    return new Fields(Value.Obj.EMPTY, at, defects);
  }

  private String at(String name) {
    return Path.member(path, name);
  }

  private <T extends @Nullable Object> T missing(String name, T placeholder) {
    add(at(name), Kind.MISSING, "is required");
    return placeholder;
  }
}
