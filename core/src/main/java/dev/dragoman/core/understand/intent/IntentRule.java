package dev.dragoman.core.understand.intent;

import java.util.OptionalDouble;

/// What an intent's author decided about choosing it.
///
/// @param priority breaks near ties, the greater wins
/// @param threshold the least score that accepts it, 0 to 1; empty for the bot's own threshold
public record IntentRule(int priority, OptionalDouble threshold) {
  /// Nothing decided.
  public static final IntentRule PLAIN = new IntentRule(0, OptionalDouble.empty());
}
