package dev.dragoman.core.understand.entity.measure;

import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recogniser;
import dev.dragoman.core.understand.entity.Recognisers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Pass rates of recognisers. A case is right when all its spans are found and nothing else of the
/// type is.
///
/// @param types pass rates by type, all languages together
/// @param languages the same by language code and type
/// @param misses the cases that were not right, as they came
public record EntityEvaluation(
    SortedMap<String, PassRate> types,
    SortedMap<String, SortedMap<String, PassRate>> languages,
    List<Miss> misses) {

  /// A case that was not right.
  ///
  /// @param expected the case
  /// @param found what was found in it
  public record Miss(EntityCase expected, List<EntitySpan> found) {}

  /// Copies the lists.
  public EntityEvaluation {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
    misses = List.copyOf(misses);
  }

  /// Runs every case. A type without a recogniser finds nothing.
  public static EntityEvaluation of(List<EntityCase> cases, Recognisers recognisers) {
    SortedMap<String, PassRate> types = new TreeMap<>();
    SortedMap<String, SortedMap<String, PassRate>> languages = new TreeMap<>();
    List<Miss> misses = new ArrayList<>();
    for (EntityCase one : cases) {
      List<EntitySpan> found = find(one, recognisers.byType());
      boolean spans = sameSpans(one.spans(), found);
      boolean values = spans && sameValues(one, found);
      add(types, one.type(), spans, values);
      add(
          languages.computeIfAbsent(one.language().code(), code -> new TreeMap<>()),
          one.type(),
          spans,
          values);
      if (!values) {
        misses.add(new Miss(one, found));
      }
    }
    return new EntityEvaluation(types, languages, misses);
  }

  private static List<EntitySpan> find(EntityCase one, Map<String, Recogniser> recognisers) {
    Recogniser recogniser = recognisers.get(one.type());
    return recogniser == null
        ? List.of()
        : recogniser.find(one.text(), one.language(), one.reference());
  }

  private static void add(Map<String, PassRate> rates, String type, boolean spans, boolean values) {
    rates.put(type, rates.getOrDefault(type, PassRate.NONE).plus(spans, values));
  }

  private static boolean sameSpans(List<ExpectedSpan> expected, List<EntitySpan> found) {
    if (expected.size() != found.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      boolean start = expected.get(i).start() == found.get(i).start();
      if (!start || expected.get(i).end() != found.get(i).end()) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameValues(EntityCase one, List<EntitySpan> found) {
    for (int i = 0; i < found.size(); i++) {
      if (!Meanings.same(one, one.spans().get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }
}
