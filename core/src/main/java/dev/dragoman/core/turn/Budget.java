package dev.dragoman.core.turn;

import dev.dragoman.core.model.Limits;

/// What one leg may still spend: one author's loop must not cost everybody's time.
final class Budget {
  private int steps;
  private int conditions = Limits.CONDITIONS_PER_LEG;
  private int patterns = Limits.PATTERN_MATCHES_PER_LEG;
  private int characters = Limits.TEXT_BUILT_PER_LEG;

  /// `walked` steps of the turn are spent already.
  Budget(int walked) {
    steps = Limits.CLUSTAAR_STEPS_PER_TURN - walked;
  }

  boolean step() {
    return steps-- > 0;
  }

  int stepsWalked() {
    return Limits.CLUSTAAR_STEPS_PER_TURN - steps;
  }

  boolean condition() {
    return conditions-- > 0;
  }

  boolean pattern() {
    return patterns-- > 0;
  }

  boolean text(int length) {
    characters -= length;
    return characters >= 0;
  }
}
