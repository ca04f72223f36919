package dev.dragoman.core.understand.intent;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the state of a conversation adds to the scores of a message. Immutable.
///
/// @param rules the model's rules, or a bot's own
/// @param allowed the intents that may win; null for all
/// @param prior by intent, how many times likelier it is now than in general (2: twice); greater
///     than 0, and 1 for intents that are missing. The bot has just asked for it, say
public record ChoiceQuestion(
    ChoiceRules rules, @Nullable Set<String> allowed, Map<String, Double> prior) {
  /// Refuses factors that are not above 0 and finite.
  public ChoiceQuestion {
    allowed = allowed == null ? null : Set.copyOf(allowed);
    prior = Map.copyOf(prior);
    for (double factor : prior.values()) {
      if (!(factor > 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException("a prior is a finite factor above 0, not " + factor);
      }
    }
  }

  /// All intents may win and none is expected.
  public static ChoiceQuestion open(ChoiceRules rules) {
    return new ChoiceQuestion(rules, null, Map.of());
  }

  /// Only these intents may win.
  public static ChoiceQuestion among(ChoiceRules rules, Set<String> allowed) {
    return new ChoiceQuestion(rules, allowed, Map.of());
  }

  boolean allows(String intent) {
    return allowed == null || allowed.contains(intent);
  }
}
