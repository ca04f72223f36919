package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds amounts of money. The value is the amount in main units, or in smaller ones where only
/// those are named; details are `unit`, its name in the language, and `currency`, its ISO code,
/// where the word leaves no doubt.
final class MoneyRecogniser implements Recogniser {
  static final String TYPE = "money";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    Letters letters = new Letters(text);
    List<NumberSpan> numbers = new ArrayList<>(Numbers.find(letters, language));
    numbers.removeIf(number -> number.kind() == NumberSpan.Kind.ORDINAL);
    if (numbers.isEmpty()) {
      return List.of();
    }
    return new Amounts(letters, language, numbers).find();
  }
}
