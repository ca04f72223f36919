package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.List;

/// Counts in how many examples, and in examples of which intents, a feature occurs. A feature's
/// weight is its inverse document frequency, lowered when it is spread over many intents. Needs
/// samples grouped by intent. Not thread-safe.
final class VocabularyBuilder {
  private static final double STEEPNESS = 0.8;

  /// How much of its weight a feature loses that is spread evenly over all intents.
  private static final double SPREAD_LOSS = 0.4;

  private final FeatureTable seen;
  private int[] total = new int[1024];
  private int[] current = new int[1024];
  private int[] inCurrent = new int[1024];
  private double[] clusters = new double[1024];
  private int samples;

  private VocabularyBuilder(int expected) {
    seen = new FeatureTable(expected);
  }

  /// The vocabulary of the samples.
  ///
  /// @param rarest features in fewer samples are left out
  static Vocabulary build(List<Sample> samples, int intents, int rarest) {
    VocabularyBuilder builder = new VocabularyBuilder(Math.min(1 << 16, 64 * samples.size()));
    for (Sample sample : samples) {
      builder.count(sample);
    }
    return builder.finish(intents, rarest);
  }

  private void count(Sample sample) {
    samples++;
    for (int i = 0; i < sample.features().size; i++) {
      int number = seen.add(sample.features().keys[i]);
      if (number >= total.length) {
        grow();
      }
      if (current[number] != sample.intent() + 1) {
        close(number);
        current[number] = sample.intent() + 1;
      }
      total[number]++;
      inCurrent[number]++;
    }
  }

  private void close(int number) {
    int count = inCurrent[number];
    clusters[number] += count > 1 ? count * StrictMath.log(count) : 0;
    inCurrent[number] = 0;
  }

  private Vocabulary finish(int intents, int rarest) {
    long[] keys = seen.keysByNumber();
    FeatureTable kept = new FeatureTable(keys.length);
    float[] weights = new float[keys.length];
    for (int number = 0; number < keys.length; number++) {
      if (total[number] >= rarest) {
        weights[kept.add(keys[number])] = (float) (rarity(number) * focus(number, intents));
      }
    }
    float strange = (float) weight(1.0 + samples);
    return new Vocabulary(kept, Arrays.copyOf(weights, kept.size()), strange);
  }

  private double rarity(int number) {
    return weight((1.0 + samples) / (1.0 + total[number]));
  }

  /// Less steep than the logarithm alone: with few examples a word is rare by accident.
  private static double weight(double rarity) {
    return StrictMath.pow(StrictMath.log(rarity) + 1, STEEPNESS);
  }

  private double focus(int number, int intents) {
    if (intents < 2) {
      return 1;
    }
    close(number);
    double entropy = StrictMath.log(total[number]) - clusters[number] / total[number];
    return 1 - SPREAD_LOSS * entropy / StrictMath.log(intents);
  }

  private void grow() {
    int capacity = 2 * total.length;
    total = Arrays.copyOf(total, capacity);
    current = Arrays.copyOf(current, capacity);
    inCurrent = Arrays.copyOf(inCurrent, capacity);
    clusters = Arrays.copyOf(clusters, capacity);
  }
}
