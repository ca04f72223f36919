package dev.dragoman.core.understand.intent;

import java.util.Map;

/// What decides between scored intents. Immutable.
///
/// @param intents what authors decided, by intent id; an intent that is missing has plain rules
/// @param threshold the least score accepted for intents without their own, 0 to 1
/// @param coverage the least share of known weight of a message worth choosing for, 0 to 1
public record ChoiceRules(Map<String, IntentRule> intents, double threshold, double coverage) {
  /// Keeps its own copy of the map.
  public ChoiceRules {
    intents = Map.copyOf(intents);
  }

  /// The same with another threshold for intents without their own.
  public ChoiceRules withThreshold(double other) {
    return new ChoiceRules(intents, other, coverage);
  }

  IntentRule of(String intent) {
    return intents.getOrDefault(intent, IntentRule.PLAIN);
  }

  double thresholdOf(String intent) {
    return of(intent).threshold().orElse(threshold);
  }
}
