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
      double share = distance < NEGLIGIBLE ? 0 : exponential(distance);
      shares[i] = (float) share;
      sum += share;
    }
    for (int i = 0; i < logits.length; i++) {
      shares[i] = (float) (shares[i] / sum);
    }
  }

  /// The share of the greatest logit.
  static double share(float[] logits, int greatest) {
    double sum = 0;
    for (float logit : logits) {
      double distance = logit - logits[greatest];
      sum += distance < NEGLIGIBLE ? 0 : exponential(distance);
    }
    return 1 / sum;
  }

  /// e to the power of a number from -25 to 0, within a few parts in 10⁹: plain arithmetic, which
  /// Java defines to the last bit, and several times quicker than the strict library.
  static double exponential(double power) {
    int twos = (int) (power * 1.4426950408889634 - 0.5);
    double rest = power - twos * 0.6931471805599453;
    double sum = 1 + rest * (1.0 / 8);
    sum = 1 + rest * (1.0 / 7) * sum;
    sum = 1 + rest * (1.0 / 6) * sum;
    sum = 1 + rest * (1.0 / 5) * sum;
    sum = 1 + rest * (1.0 / 4) * sum;
    sum = 1 + rest * (1.0 / 3) * sum;
    sum = 1 + rest * (1.0 / 2) * sum;
    sum = 1 + rest * sum;
    return sum * Double.longBitsToDouble((twos + 1023L) << 52);
  }
}
