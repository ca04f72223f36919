package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.List;

/// What makes a score honest and a refusal fair. The greatest score of a message is a logistic
/// function of its *evidence*, the greatest logit times coverage, lowered by what its share lacks
/// ([#CLEARNESS]): a message that no intent pulls strongly, that is made of strange words, or that
/// several intents pull alike, scores low.
///
/// @param temperature divides logits before they become shares; greater than 0
/// @param slope how fast the greatest score grows with evidence; greater than 0
/// @param offset log-odds of the greatest score without any evidence
/// @param threshold the least score accepted when an intent has no threshold of its own, 0 to 1
/// @param coverage the least share of known weight of a message that is scored at all, 0 to 1
/// @param shared whether the share counts in evidence; not in models of format 1
record Calibration(
    double temperature,
    double slope,
    double offset,
    double threshold,
    double coverage,
    boolean shared) {
  private static final double KEPT = 0.95;
  private static final double COVERAGE_KEPT = 0.995;
  private static final double MOST_COVERAGE = 0.25;
  private static final int FEW = 20;

  /// What it counts that no other intent comes near, times the logarithm of their number: among
  /// many something always comes near. Chosen on validation files: more of it refuses more of
  /// what is near a bot's subjects, less of what is far from them.
  private static final double CLEARNESS = 0.4;

  /// A score of 1 is reserved for repeated examples.
  private static final double MOST = 0.9999;

  /// For bots with too few examples to measure anything: typical of small bots.
  static final Calibration GUESS = new Calibration(0.6, 1.2, -1.5, 0.3, 0.1, false);

  static Calibration fit(List<HeldOut> seen) {
    if (seen.size() < FEW) {
      return GUESS;
    }
    double[] evidence = new double[seen.size()];
    boolean[] right = new boolean[seen.size()];
    double[] coverages = new double[seen.size()];
    for (int i = 0; i < evidence.length; i++) {
      HeldOut held = seen.get(i);
      int best = greatest(held.logits);
      evidence[i] = evidence(held.logits, best, held.coverage, true);
      right[i] = best == held.intent;
      coverages[i] = held.coverage;
    }
    double[] line = Logistic.fit(evidence, right);
    double kept = Logistic.odds(line[0] * quantile(evidence, 1 - KEPT) + line[1]);
    double coverage = Math.min(MOST_COVERAGE, quantile(coverages, 1 - COVERAGE_KEPT));
    return new Calibration(
        temperature(seen), line[0], line[1], Math.min(MOST, kept), coverage, true);
  }

  /// Calibrated scores of all intents. The greatest is the chance that the best intent is right;
  /// the others share what is left as the logits say, and what is left over belongs to none.
  float[] scores(float[] logits, double coverage) {
    float[] scores = new float[logits.length];
    if (logits.length == 0) {
      return scores;
    }
    Softmax.shares(logits, temperature, scores);
    int best = greatest(logits);
    double evidence = evidence(logits, best, coverage, shared);
    double chance = Math.min(MOST, Logistic.odds(slope * evidence + offset));
    double share = scores[best];
    double others = chance < share ? chance / share : (1 - chance) / Math.max(1e-9, 1 - share);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (i == best ? chance : Math.min(chance, scores[i] * others));
    }
    return scores;
  }

  private static double evidence(float[] logits, int best, double coverage, boolean shared) {
    double pull = logits[best] * coverage;
    double clearness = CLEARNESS * StrictMath.log(logits.length);
    return shared ? pull + clearness * StrictMath.log(Softmax.share(logits, best)) : pull;
  }

  static int greatest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * sorted.length)];
  }

  /// The temperature that makes the right intents likeliest, by golden section over its
  /// logarithm: the loss has one valley.
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
    float[] shares = new float[seen.getFirst().logits.length];
    for (HeldOut held : seen) {
      Softmax.shares(held.logits, temperature, shares);
      loss -= StrictMath.log(Math.max(1e-9, shares[held.intent]));
    }
    return loss;
  }
}
