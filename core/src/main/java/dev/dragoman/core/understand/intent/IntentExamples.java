package dev.dragoman.core.understand.intent;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// One intent as its author entered it. Immutable.
///
/// @param id stable and unique in its bot; what scores and choices speak of
/// @param name the author's words for it (`check order`, `TurnOn`): read as half an example,
///     empty when the author gave none
/// @param examples messages that mean it, in any order; blank ones and repetitions count for
///     nothing
/// @param priority breaks near ties, the greater wins; 0 unless the author says otherwise
/// @param threshold the least score that accepts it, 0 to 1; empty for the bot's own threshold
/// @param origins the sentence an example was made of, for those that were made of one: examples
///     of one origin are held out together, because each gives the others away
public record IntentExamples(
    String id,
    String name,
    List<String> examples,
    int priority,
    OptionalDouble threshold,
    Map<String, String> origins) {

  /// Refuses a blank id and a threshold outside 0 to 1.
  public IntentExamples {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an intent needs an id");
    }
    if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && threshold.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("threshold of intent " + id + " is not within 0 to 1");
    }
    examples = List.copyOf(examples);
    origins = Map.copyOf(origins);
  }

  /// An intent whose examples stand for themselves.
  public IntentExamples(
      String id, String name, List<String> examples, int priority, OptionalDouble threshold) {
    this(id, name, examples, priority, threshold, Map.of());
  }

  /// An intent without name, priority or threshold of its own.
  public static IntentExamples of(String id, List<String> examples) {
    return new IntentExamples(id, "", examples, 0, OptionalDouble.empty());
  }

  String origin(String example) {
    return origins.getOrDefault(example, example);
  }

  IntentRule rule() {
    return new IntentRule(priority, threshold);
  }
}
