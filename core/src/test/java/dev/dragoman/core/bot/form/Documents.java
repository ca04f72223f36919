package dev.dragoman.core.bot.form;

import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.Map;

/// Builds values from Java's own maps and lists, so that tests read like the documents.
final class Documents {
  private Documents() {}

  /// An object of name, value, name, value, …
  static Value.Obj object(Object... members) {
    var builder = Value.Obj.builder();
    for (int i = 0; i < members.length; i += 2) {
      builder.put((String) members[i], value(members[i + 1]));
    }
    return builder.build();
  }

  static Value.List list(Object... items) {
    return new Value.List(List.of(items).stream().map(Documents::value).toList());
  }

  static Value value(Object given) {
    return switch (given) {
      case Value value -> value;
      case String text -> Value.of(text);
      case Integer number -> Value.of(number.longValue());
      case Double number -> new Value.Num(number.toString());
      case Boolean truth -> Value.of(truth);
      case Map<?, ?> _ -> throw new IllegalArgumentException("use object()");
      default -> throw new IllegalArgumentException(given.getClass().toString());
    };
  }

  static Value none() {
    return Value.Null.NULL;
  }
}
