package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.ValueType;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.Locale;

/// Turns text that comes from outside into the declared type of a session value.
final class ValueTypes {
  private final Bot bot;

  ValueTypes(Bot bot) {
    this.bot = bot;
  }

  /// The value in the declared type of `key`; what cannot be turned stays as it is.
  Value typed(String key, Value given) {
    if (!(given instanceof Value.Text(var text))) {
      return given;
    }
    return switch (bot.valueTypes().getOrDefault(key, ValueType.TEXT)) {
      case TEXT, DATE, JSON, LOCATION -> given;
      case NUMBER -> number(given);
      case BOOLEAN -> truth(text, given);
      case LIST -> text.isEmpty() ? Value.List.EMPTY : Value.List.of(given);
    };
  }

  Value.Obj typed(Value.Obj given) {
    var typed = Value.Obj.builder();
    given.members().forEach((key, value) -> typed.put(key, typed(key, value)));
    return typed.build();
  }

  private static Value number(Value given) {
    BigDecimal number = Plain.number(given);
    return number == null ? given : new Value.Num(number.toPlainString());
  }

  private static Value truth(String text, Value given) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> Value.Bool.TRUE;
      case "false", "no", "0" -> Value.Bool.FALSE;
      default -> given;
    };
  }
}
