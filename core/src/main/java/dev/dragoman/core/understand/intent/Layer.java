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

  void logits(SparseVector vector, float[] logits) {
    System.arraycopy(bias, 0, logits, 0, intents);
    for (int i = 0; i < vector.size; i++) {
      addRow(vector.features[i] * intents, vector.values[i], logits);
    }
  }

  private void addRow(int from, float value, float[] logits) {
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] += value * weights[from + intent];
    }
  }
}
