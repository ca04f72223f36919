package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Defect.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules for one value, whether it is a member or an item; each gives a placeholder after
/// leaving a defect.
final class FieldRules {

  private FieldRules() {}

  static String text(Fields fields, String at, Value value, int min, int max) {
    if (!(value instanceof Value.Text(var text))) {
      fields.add(at, Kind.TYPE, "must be a string");
      return "";
    }
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      fields.add(at, Kind.LENGTH, "must be " + between(min, max) + " characters long");
    }
    return text;
  }

  static long whole(Fields fields, String at, Value value, long min, long max) {
    if (!(value instanceof Value.Num number) || (!number.isLong() && !isHuge(number))) {
      fields.add(at, Kind.TYPE, "must be a whole number");
      return min;
    }
    if (!number.isLong() || number.longValue() < min || number.longValue() > max) {
      fields.add(at, Kind.RANGE, "must be " + between(min, max));
      return min;
    }
    return number.longValue();
  }

  /// Whole, but beyond 64 bits.
  private static boolean isHuge(Value.Num number) {
    return number.decimal().stripTrailingZeros().scale() <= 0;
  }

  static <T> @Nullable T choice(Fields fields, String at, Value value, Map<String, T> choices) {
    if (!(value instanceof Value.Text(var text))) {
      fields.add(at, Kind.TYPE, "must be a string");
      return null;
    }
    var chosen = choices.get(text);
    if (chosen == null) {
      fields.add(at, Kind.CHOICE, "must be one of: " + String.join(", ", choices.keySet()));
    }
    return chosen;
  }

  static List<Value> items(Fields fields, String at, Value value, int min, int max) {
    if (!(value instanceof Value.List(var items))) {
      fields.add(at, Kind.TYPE, "must be a list");
      return List.of();
    }
    if (items.size() < min || items.size() > max) {
      fields.add(at, Kind.LENGTH, "must have " + between(min, max) + " items");
      return List.of();
    }
    return items;
  }

  private static String between(long min, long max) {
    if (min == max) {
      return "exactly " + min;
    }
    return max == Long.MAX_VALUE || max == Integer.MAX_VALUE
        ? "at least " + min
        : min + " to " + max;
  }
}
