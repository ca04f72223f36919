package dev.dragoman.core.understand.intent;

/// How hard to learn and what to overlook: few examples need more and longer steps, many need
/// fewer.
///
/// @param rounds how often every sample is read
/// @param rate length of a step
/// @param negligible the greatest error, 0 to 1, that is not worth a correction
/// @param rarest features in fewer samples are left out
record Effort(int rounds, float rate, float negligible, int rarest) {
  private static final int MANY = 4_000;

  static Effort of(int samples) {
    return samples < MANY ? new Effort(8, 1.2f, 3e-3f, 1) : new Effort(5, 0.8f, 3e-3f, 2);
  }
}
