package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds quantities: no places in an order, and no digits that belong to a word or a unit.
final class NumberRecogniser implements Recogniser {
  static final String TYPE = "number";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    Letters letters = new Letters(text);
    List<EntitySpan> found = new ArrayList<>();
    for (NumberSpan number : Numbers.find(letters, language)) {
      if (number.kind() != NumberSpan.Kind.ORDINAL && standsAlone(letters, number)) {
        found.add(span(text, number));
      }
    }
    return found;
  }

  private static EntitySpan span(String text, NumberSpan number) {
    String part = text.substring(number.start(), number.end());
    String value = NumberText.of(number.value());
    return new EntitySpan(TYPE, number.start(), number.end(), part, value, Map.of());
  }

  private static boolean standsAlone(Letters letters, NumberSpan number) {
    return !letters.isLetter(number.end())
        && !letters.isLetter(number.start() - 1)
        && letters.at(number.start() - 1) != '_'
        && letters.at(number.end()) != '_';
  }
}
