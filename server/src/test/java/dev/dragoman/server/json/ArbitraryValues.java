package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Random;

/// Makes any value from a seed: all planes of Unicode, odd numbers, every nesting.
final class ArbitraryValues {

  private ArbitraryValues() {}

  static Value value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> Value.Null.NULL;
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> number(random);
      case 3, 4 -> Value.of(text(random));
      case 5, 6 -> object(random, depth);
      default -> list(random, depth);
    };
  }

  private static Value list(Random random, int depth) {
    var items = new ArrayList<Value>();
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(value(random, depth - 1));
    }
    return new Value.List(items);
  }

  private static Value object(Random random, int depth) {
    var object = Value.Obj.builder();
    for (int i = random.nextInt(14); i > 0; i--) {
      object.set(text(random), value(random, depth - 1));
    }
    return object.build();
  }

  private static Value number(Random random) {
    return random.nextBoolean()
        ? Value.of(random.nextLong() >> random.nextInt(64))
        : Value.of(
            new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(-90, 90)));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int bound = new int[] {0x20, 0x80, 0x800, 0x10000, 0x110000}[random.nextInt(5)];
      int codePoint = 1 + random.nextInt(bound - 1);
      text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint);
    }
    return text.toString();
  }
}
