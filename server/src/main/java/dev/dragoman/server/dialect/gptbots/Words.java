package dev.dragoman.server.dialect.gptbots;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The constants of the wire, by the words it has for them, in order.
final class Words {
  private Words() {}

  /// In small letters, as modes are written.
  static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return words;
  }

  /// As they stand, as judgements are written.
  static <E extends Enum<E>> Map<String, E> capital(E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(constant.name(), constant);
    }
    return words;
  }
}
