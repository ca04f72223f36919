package dev.dragoman.core.understand.intent;

/// The features a bot's examples are made of, each with its weight. A feature never seen before
/// weighs as much as the rarest one and counts in the length of the vector: a message made of
/// strange words gets small values, and so no intent gets a great score. Immutable, thread-safe.
final class Vocabulary {
  private static final float WORD_BLOCK = 1.2f;
  private static final float CHARACTER_BLOCK = 1.0f;

  final FeatureTable table;
  final float[] weights;
  final float strangeWeight;

  Vocabulary(FeatureTable table, float[] weights, float strangeWeight) {
    this.table = table;
    this.weights = weights;
    this.strangeWeight = strangeWeight;
  }

  int size() {
    return weights.length;
  }

  SparseVector vector(Features features) {
    int[] numbers = new int[features.size];
    float[] values = new float[features.size];
    int size = 0;
    float known = 0;
    float all = 0;
    for (int block = 0; block < 2; block++) {
      int from = block == 0 ? 0 : features.words;
      int to = block == 0 ? features.words : features.size;
      int start = size;
      float squares = 0;
      for (int i = from; i < to; i++) {
        int number = table.find(features.keys[i]);
        float value = features.weights[i] * (number < 0 ? strangeWeight : weights[number]);
        squares += value * value;
        all += value;
        if (number >= 0) {
          known += value;
          numbers[size] = number;
          values[size++] = value;
        }
      }
      scale(values, start, size, (block == 0 ? WORD_BLOCK : CHARACTER_BLOCK) / root(squares));
    }
    return new SparseVector(numbers, values, size, all == 0 ? 0 : known / all);
  }

  private static float root(float squares) {
    return squares == 0 ? 1 : (float) Math.sqrt(squares);
  }

  private static void scale(float[] values, int from, int to, float factor) {
    for (int i = from; i < to; i++) {
      values[i] *= factor;
    }
  }
}
