package dev.dragoman.core.understand.intent;

/// How long to learn and what to overlook: few examples deserve many rounds, many examples need
/// few.
///
/// @param rounds how often every sample is read
/// @param negligible the greatest error, 0 to 1, that is not worth a correction
/// @param rarest features in fewer samples are left out
record Effort(int rounds, float negligible, int rarest) {
  private static final int MANY = 4_000;

  static Effort of(int samples) {
    return samples < MANY ? new Effort(20, 1e-3f, 1) : new Effort(5, 3e-3f, 2);
  }
}
