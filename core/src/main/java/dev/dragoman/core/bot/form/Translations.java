package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns lists of alternatives per language into alternatives in all languages.
final class Translations {
  private Translations() {}

  /// As many alternatives as the longest list has; shorter lists start over.
  static List<Phrase> join(Map<String, List<Phrase>> lists) {
    int most = lists.values().stream().mapToInt(List::size).max().orElse(0);
    List<Phrase> joined = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      Map<String, Template> templates = new LinkedHashMap<>();
      for (var list : lists.entrySet()) {
        if (!list.getValue().isEmpty()) {
          Phrase one = list.getValue().get(i % list.getValue().size());
          templates.put(list.getKey(), one.in("", ""));
        }
      }
      joined.add(new Phrase(templates));
    }
    return joined;
  }
}
