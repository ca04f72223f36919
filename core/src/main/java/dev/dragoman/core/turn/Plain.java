package dev.dragoman.core.turn;

import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as plain text and as numbers, the way templates show and conditions compare them.
final class Plain {
  private static final int LONGEST_NUMBER = 40;

  private Plain() {}

  static String text(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Null _ -> "";
      case Value.Bool(boolean truth) -> truth ? "true" : "false";
      case Value.Num(var text) -> text;
      case Value.Text(var text) -> text;
      case Value.List(var items) ->
          items.stream().map(Plain::text).collect(Collectors.joining(", "));
      case Value.Obj object -> {
        String address = text(object.get("address"));
        yield address.isEmpty() ? withoutAddress(object) : address;
      }
    };
  }

  /// A place is where it is; anything else is all of it.
  private static String withoutAddress(Value.Obj object) {
    return object.get("latitude") instanceof Value.Num(var latitude)
            && object.get("longitude") instanceof Value.Num(var longitude)
        ? latitude + ", " + longitude
        : joined(object);
  }

  private static String joined(Value.Obj object) {
    return object.members().entrySet().stream()
        .map(member -> member.getKey() + ": " + text(member.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// The number a value is or is written as, or null; "3,5" reads as 3.5.
  static @Nullable BigDecimal number(@Nullable Value value) {
    return switch (value) {
      case null -> null;
      case Value.Num number -> bounded(number);
      case Value.Text(var text) -> parsed(text.strip());
      case Value.Null _, Value.Bool _, Value.List _, Value.Obj _ -> null;
    };
  }

  private static @Nullable BigDecimal bounded(Value.Num number) {
    return number.text().length() <= LONGEST_NUMBER ? bounded(number.decimal()) : null;
  }

  /// Null for a number that is short to write and endless to write out.
  private static @Nullable BigDecimal bounded(BigDecimal number) {
    return Math.abs(number.scale()) <= LONGEST_NUMBER ? number : null;
  }

  private static @Nullable BigDecimal parsed(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return bounded(new BigDecimal(decimalPoint(text)));
    } catch (NumberFormatException notNumber) {
      return null;
    }
  }

  private static String decimalPoint(String text) {
    boolean oneComma = text.indexOf(',') >= 0 && text.indexOf(',') == text.lastIndexOf(',');
    return oneComma && text.indexOf('.') < 0 ? text.replace(',', '.') : text;
  }
}
