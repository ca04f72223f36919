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
  /// @param ids the words, by number
  /// @param sense the value
  private record Entry(int[] ids, Sense.Count sense) {}

  void add(int[] ids, int value) {
    List<Entry> entries = byFirst.computeIfAbsent(ids[0], first -> new ArrayList<>());
    int place = 0;
    while (place < entries.size() && entries.get(place).ids.length >= ids.length) {
      place++;
    }
    entries.add(place, new Entry(ids, Sense.Count.of(value)));
  }

  /// What of this category begins at a token, the longest first.
  List<Found> at(Chart chart, int token) {
    List<Entry> entries = byFirst.get(chart.id(token));
    if (entries == null) {
      return List.of();
    }
    List<Found> found = new ArrayList<>(1);
    for (Entry entry : entries) {
      int end = chart.endOf(entry.ids, token);
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
