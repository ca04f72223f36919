package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds quantities: no places in an order, and no digits that belong to a word or a unit.
final class NumberRecogniser implements Recogniser {
  static final String TYPE = "number";

  private static final String PAIR = "一二三四五六七八九";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    Letters letters = new Letters(text);
    List<EntitySpan> found = new ArrayList<>();
    for (NumberSpan number : Numbers.find(letters, language)) {
      boolean counts = number.kind() != NumberSpan.Kind.ORDINAL && standsAlone(letters, number);
      if (counts && !(language.equals(Language.ZH) && isHanShare(letters, number))) {
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

  /// 二％ and 一折 are shares, and a pair of digits is a name or a guess: 九九, 三四.
  private static boolean isHanShare(Letters letters, NumberSpan number) {
    char next = letters.at(number.end());
    boolean pair =
        number.end() - number.start() == 2
            && number.value().compareTo(BigDecimal.TEN) > 0
            && PAIR.indexOf(letters.at(number.start())) >= 0
            && PAIR.indexOf(letters.at(number.end() - 1)) >= 0;
    return next == '%' || next == '折' || pair;
  }

  private static boolean standsAlone(Letters letters, NumberSpan number) {
    return !letters.isLetter(number.end())
        && !letters.isLetter(number.start() - 1)
        && letters.at(number.start() - 1) != '_'
        && letters.at(number.end()) != '_';
  }
}
