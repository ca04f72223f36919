package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.json.Spacing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Session values as `user_session_keys` (contract treble §2.1.2): key, value as a string, type
/// null or `location`.
final class SessionKeys {
  private static final String LOCATION = "location";

  private SessionKeys() {}

  static Value.List of(Value.Obj values) {
    List<Value> keys = new ArrayList<>();
    values
        .members()
        .forEach(
            (key, value) ->
                keys.add(
                    Value.Obj.builder()
                        .put("key", key)
                        .put("value", written(value))
                        .put("type", isLocation(value) ? Value.of(LOCATION) : Value.Null.NULL)
                        .build()));
    return new Value.List(keys);
  }

  private static boolean isLocation(Value value) {
    return value instanceof Value.Obj place
        && place.get("latitude") != null
        && place.get("longitude") != null;
  }

  /// Always a string; lists and objects as JSON with Python's spaces.
  static String written(Value value) {
    return switch (value) {
      case Value.Null _ -> "";
      case Value.Text(var text) -> text;
      case Value.Num(var text) -> text;
      case Value.Bool(boolean truth) -> Boolean.toString(truth);
      case Value.List _ -> Json.text(value, Spacing.PYTHON);
      case Value.Obj place ->
          Json.text(isLocation(place) ? location(place) : place, Spacing.PYTHON);
    };
  }

  /// The three documented members in their order; a pin without an address has an empty one.
  private static Value.Obj location(Value.Obj place) {
    String address = place.text("address");
    return Value.Obj.builder()
        .put("latitude", number(place, "latitude"))
        .put("longitude", number(place, "longitude"))
        .put("address", address == null ? "" : address)
        .build();
  }

  private static Value number(Value.Obj place, String name) {
    Value number = place.get(name);
    return number == null ? Value.of(0) : number;
  }

  /// The value of one entry: any scalar as its text, null as the empty one, a location as itself.
  static Value read(@Nullable Value value, @Nullable String type) {
    String text = written(value == null ? Value.Null.NULL : value);
    if (LOCATION.equals(type)
        && Json.read(text, JsonLimits.BODY) instanceof JsonRead.Read(Value.Obj place)
        && isLocation(place)) {
      return location(place);
    }
    return Value.of(text);
  }

  /// What an answer of a hook changes; whatever is not an entry counts for nothing.
  static Value.Obj lenient(Value.Obj given) {
    ObjBuilder values = Value.Obj.builder();
    if (given.get("user_session_keys") instanceof Value.List(var items)) {
      for (Value item : items) {
        String key = item instanceof Value.Obj entry ? entry.text("key") : null;
        if (key != null && item instanceof Value.Obj entry) {
          values.set(key, read(entry.get("value"), entry.text("type")));
        }
      }
    }
    return values.build();
  }
}
