package dev.dragoman.core.understand.intent;

/// The learnt layer at rest: one byte per weight and one scale per feature, a quarter of the
/// size. Immutable and thread-safe.
final class CompactLayer {
  final byte[] weights;
  final float[] scales;
  final float[] bias;

  CompactLayer(byte[] weights, float[] scales, float[] bias) {
    this.weights = weights;
    this.scales = scales;
    this.bias = bias;
  }

  static CompactLayer of(Layer layer) {
    int intents = layer.intents;
    byte[] bytes = new byte[layer.weights.length];
    float[] scales = new float[intents == 0 ? 0 : bytes.length / intents];
    for (int feature = 0; feature < scales.length; feature++) {
      int from = feature * intents;
      float greatest = 0;
      for (int i = from; i < from + intents; i++) {
        greatest = Math.max(greatest, Math.abs(layer.weights[i]));
      }
      scales[feature] = greatest / 127;
      for (int i = from; greatest > 0 && i < from + intents; i++) {
        bytes[i] = (byte) StrictMath.round(layer.weights[i] / scales[feature]);
      }
    }
    return new CompactLayer(bytes, scales, layer.bias.clone());
  }

  float[] logits(SparseVector vector) {
    float[] logits = bias.clone();
    for (int i = 0; i < vector.size; i++) {
      int feature = vector.features[i];
      add(feature * logits.length, vector.values[i] * scales[feature], logits);
    }
    return logits;
  }

  private void add(int from, float value, float[] logits) {
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] += value * weights[from + intent];
    }
  }

  long bytes() {
    return weights.length + 4L * scales.length + 4L * bias.length;
  }
}
