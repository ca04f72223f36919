package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.words.PercentWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds shares of a hundred; the value is the number with a `%` after it.
final class PercentageRecogniser implements Recogniser {
  static final String TYPE = "percentage";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    Letters letters = new Letters(text);
    if (language.equals(Language.ZH)) {
      List<NumberSpan> numbers = Numbers.find(letters, language);
      return withoutUrls(text, new ArrayList<>(new HanPercentages(letters).find(numbers)));
    }
    List<String> after = PercentWords.AFTER.getOrDefault(language.code(), List.of());
    List<String> before = PercentWords.BEFORE.getOrDefault(language.code(), List.of());
    List<EntitySpan> found = new ArrayList<>();
    int last = 0;
    for (NumberSpan number : Numbers.find(letters, language)) {
      if (number.start() < last || letters.isLetter(number.start() - 1)) {
        continue;
      }
      int end = endOfSign(letters, number.end(), after);
      int start = end > number.end() ? number.start() : startOfSign(letters, number, before);
      if (end > number.end() || start < number.start()) {
        String value = NumberText.of(number.value()) + "%";
        found.add(new EntitySpan(TYPE, start, end, text.substring(start, end), value, Map.of()));
        last = end;
      }
    }
    return withoutUrls(text, found);
  }

  private static int endOfSign(Letters letters, int end, List<String> words) {
    int at = letters.skipSpaces(end);
    if (letters.at(at) == '%') {
      return at + 1;
    }
    for (String word : words) {
      if (letters.has(at, word) && !letters.isLetter(at + word.length())) {
        return at + word.length();
      }
    }
    return end;
  }

  private static int startOfSign(Letters letters, NumberSpan number, List<String> words) {
    int at = letters.skipSpacesBack(number.start());
    for (String word : words) {
      if (at < number.start() && letters.hasWord(at - word.length(), word)) {
        return at - word.length();
      }
    }
    return number.start();
  }

  /// The `%` of a web address escapes a character.
  private static List<EntitySpan> withoutUrls(String text, List<EntitySpan> found) {
    if (found.isEmpty()) {
      return found;
    }
    List<EntitySpan> urls = UrlRecogniser.find(text);
    found.removeIf(
        share ->
            urls.stream().anyMatch(url -> url.start() < share.end() && share.start() < url.end()));
    return found;
  }
}
