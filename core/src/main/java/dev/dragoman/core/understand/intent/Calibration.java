package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.List;

/// What makes a score honest and a refusal fair.
///
/// @param temperature divides logits before they become shares; greater than 0
/// @param threshold the least score accepted when an intent has no threshold of its own, 0 to 1
/// @param coverage the least share of known weight of a message that is scored at all, 0 to 1
record Calibration(double temperature, double threshold, double coverage) {
  private static final double KEPT = 0.95;
  private static final double COVERAGE_KEPT = 0.995;
  private static final double MOST_COVERAGE = 0.25;
  private static final int FEW = 20;

  /// For bots with too few examples to measure anything.
  static final Calibration GUESS = new Calibration(0.7, 0.3, 0.1);

  static Calibration fit(List<HeldOut> seen) {
    if (seen.size() < FEW) {
      return GUESS;
    }
    double temperature = temperature(seen);
    double[] scores = new double[seen.size()];
    double[] coverages = new double[seen.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = greatestShare(seen.get(i).logits(), temperature);
      coverages[i] = seen.get(i).coverage();
    }
    double coverage = Math.min(MOST_COVERAGE, quantile(coverages, 1 - COVERAGE_KEPT));
    return new Calibration(temperature, quantile(scores, 1 - KEPT), coverage);
  }

  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * sorted.length)];
  }

  /// The temperature that makes the right intents likeliest, by golden section over its logarithm:
  /// the loss has one valley.
  private static double temperature(List<HeldOut> seen) {
    double golden = 0.6180339887498949;
    double low = StrictMath.log(0.05);
    double high = StrictMath.log(5);
    for (int step = 0; step < 24; step++) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (loss(seen, StrictMath.exp(left)) < loss(seen, StrictMath.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return StrictMath.exp((low + high) / 2);
  }

  private static double loss(List<HeldOut> seen, double temperature) {
    double loss = 0;
    float[] shares = new float[seen.getFirst().logits().length];
    for (HeldOut held : seen) {
      Softmax.shares(held.logits(), temperature, shares);
      loss -= StrictMath.log(Math.max(1e-9, shares[held.intent()]));
    }
    return loss;
  }

  private static double greatestShare(float[] logits, double temperature) {
    float[] shares = new float[logits.length];
    Softmax.shares(logits, temperature, shares);
    float greatest = 0;
    for (float share : shares) {
      greatest = Math.max(greatest, share);
    }
    return greatest;
  }
}
