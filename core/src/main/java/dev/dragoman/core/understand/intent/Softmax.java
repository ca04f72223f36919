package dev.dragoman.core.understand.intent;

/// Turns logits into shares that add up to 1. Only strict arithmetic: the same on every machine.
final class Softmax {
  /// Below this distance from the greatest logit a share is smaller than 10⁻¹¹ and written as 0.
  private static final double NEGLIGIBLE = -25;

  private Softmax() {}

  static void shares(float[] logits, double temperature, float[] shares) {
    float greatest = logits[0];
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double distance = (logits[i] - greatest) / temperature;
      double share = distance < NEGLIGIBLE ? 0 : StrictMath.exp(distance);
      shares[i] = (float) share;
      sum += share;
    }
    for (int i = 0; i < logits.length; i++) {
      shares[i] = (float) (shares[i] / sum);
    }
  }
}
