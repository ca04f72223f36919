package dev.dragoman.core.understand.intent;

import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// All intents of one bot version, brought into one canonical order: however they were entered,
/// the same intents and examples make the same model. Immutable.
///
/// @param intents sorted by id
public record TrainingSet(List<IntentExamples> intents) {

  /// Sorts the intents and their examples and drops blank and repeated examples.
  ///
  /// @throws IllegalArgumentException if two intents have the same id
  public TrainingSet {
    List<IntentExamples> sorted = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (IntentExamples intent : intents) {
      if (!ids.add(intent.id())) {
        throw new IllegalArgumentException("two intents have the id " + intent.id());
      }
      sorted.add(canonical(intent));
    }
    sorted.sort(Comparator.comparing(IntentExamples::id));
    intents = List.copyOf(sorted);
  }

  /// One labelled message.
  ///
  /// @param text the message
  /// @param intent the intent's id, which is also its name
  public record Row(String text, String intent) {}

  /// Groups labelled messages; each label becomes an intent with the label as id and name.
  public static TrainingSet ofRows(List<Row> rows) {
    Map<String, List<String>> examples = new HashMap<>();
    for (Row row : rows) {
      examples.computeIfAbsent(row.intent(), id -> new ArrayList<>()).add(row.text());
    }
    List<IntentExamples> intents = new ArrayList<>();
    examples.forEach(
        (id, texts) -> intents.add(new IntentExamples(id, id, texts, 0, OptionalDouble.empty())));
    return new TrainingSet(intents);
  }

  private static IntentExamples canonical(IntentExamples intent) {
    Map<String, String> origins = new TreeMap<>();
    for (String example : intent.examples()) {
      String normal = normal(example);
      if (!normal.isEmpty()) {
        origins.merge(normal, normal(intent.origin(example)), TrainingSet::first);
      }
    }
    return new IntentExamples(
        intent.id(),
        intent.name(),
        List.copyOf(origins.keySet()),
        intent.priority(),
        intent.threshold(),
        origins);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /// A sentence as sets keep it: equal ones are one example.
  static String normal(String sentence) {
    return Folding.normal(sentence).strip();
  }
}
