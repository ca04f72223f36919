package dev.dragoman.core.understand.intent;

/// Weights of every intent for every feature while they are learnt: row by feature, so that
/// reading a feature touches one run of memory.
final class Layer {
  final int intents;
  final float[] weights;
  final float[] bias;

  Layer(int features, int intents) {
    this.intents = intents;
    this.weights = new float[Math.multiplyExact(features, intents)];
    this.bias = new float[intents];
  }

  /// Adds up rows four at a time, as [CompactLayer] does.
  void logits(SparseVector vector, float[] logits) {
    System.arraycopy(bias, 0, logits, 0, intents);
    int i = 0;
    for (; i + 4 <= vector.size; i += 4) {
      addFour(vector, i, logits);
    }
    for (; i < vector.size; i++) {
      add(vector.features[i] * intents, vector.values[i], logits);
    }
  }

  private void add(int from, float value, float[] logits) {
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] += value * weights[from + intent];
    }
  }

  private void addFour(SparseVector vector, int i, float[] logits) {
    float[] rows = weights;
    int first = vector.features[i] * intents;
    int second = vector.features[i + 1] * intents;
    int third = vector.features[i + 2] * intents;
    int fourth = vector.features[i + 3] * intents;
    float a = vector.values[i];
    float b = vector.values[i + 1];
    float c = vector.values[i + 2];
    float d = vector.values[i + 3];
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] +=
          a * rows[first + intent]
              + b * rows[second + intent]
              + c * rows[third + intent]
              + d * rows[fourth + intent];
    }
  }
}
