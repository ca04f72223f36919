package dev.dragoman.core.understand.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that play one part (months, units, words for "next"), each with a value.
final class Category {
  static final Category EMPTY = new Category();

  private final Map<Integer, List<Entry>> byFirst = new HashMap<>();

  /// Words and their value.
  ///
  /// @param words the words
  /// @param sense the value
  private record Entry(Phrase words, Sense sense) {}

  void add(Phrase words, Sense sense) {
    List<Entry> entries = byFirst.computeIfAbsent(words.first(), first -> new ArrayList<>());
    int place = 0;
    while (place < entries.size() && entries.get(place).words.length() >= words.length()) {
      place++;
    }
    entries.add(place, new Entry(words, sense));
  }

  /// What of this category begins at a token, the longest first.
  List<Found> at(Chart chart, int token) {
    List<Entry> entries = byFirst.get(chart.id(token));
    if (entries == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>(1);
    for (Entry entry : entries) {
      int end = chart.endOf(entry.words, token);
      if (end > 0) {
        found.add(new Found(token, end, entry.sense));
      }
    }
    return found;
  }

  void firsts(Set<Integer> firsts) {
    firsts.addAll(byFirst.keySet());
  }
}
