package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action.Arithmetic;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How a stored value meets the one before: numbers add up, other texts are joined.
final class Accumulation {
  private Accumulation() {}

  static Value of(@Nullable Value old, Value given, Arithmetic arithmetic) {
    if (!arithmetic.add() || old == null || old instanceof Value.Null) {
      return arithmetic.integer() ? whole(given) : given;
    }
    BigDecimal left = Plain.number(old);
    BigDecimal right = Plain.number(given);
    if (left != null && right != null) {
      return arithmetic.integer() ? whole(Value.of(left.add(right))) : written(left.add(right));
    }
    return Value.of(Plain.text(old) + Plain.text(given));
  }

  private static Value whole(Value given) {
    BigDecimal number = Plain.number(given);
    return number == null ? given : new Value.Num(number.toBigInteger().toString());
  }

  private static Value written(BigDecimal number) {
    return new Value.Num(number.toPlainString());
  }
}
