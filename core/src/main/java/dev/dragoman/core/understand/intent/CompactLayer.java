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

  /// Adds up rows four at a time: a quarter of the loops, and of the reading and writing of sums.
  float[] logits(SparseVector vector) {
    float[] logits = bias.clone();
    int i = 0;
    for (; i + 4 <= vector.size; i += 4) {
      addFour(vector, i, logits);
    }
    for (; i < vector.size; i++) {
      add(row(vector, i), value(vector, i), logits);
    }
    return logits;
  }

  private int row(SparseVector vector, int i) {
    return vector.features[i] * bias.length;
  }

  private float value(SparseVector vector, int i) {
    return vector.values[i] * scales[vector.features[i]];
  }

  private void add(int from, float value, float[] logits) {
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] += value * weights[from + intent];
    }
  }

  private void addFour(SparseVector vector, int i, float[] logits) {
    byte[] bytes = weights;
    int first = row(vector, i);
    int second = row(vector, i + 1);
    int third = row(vector, i + 2);
    int fourth = row(vector, i + 3);
    float a = value(vector, i);
    float b = value(vector, i + 1);
    float c = value(vector, i + 2);
    float d = value(vector, i + 3);
    for (int intent = 0; intent < logits.length; intent++) {
      logits[intent] +=
          a * bytes[first + intent]
              + b * bytes[second + intent]
              + c * bytes[third + intent]
              + d * bytes[fourth + intent];
    }
  }

  long bytes() {
    return weights.length + 4L * scales.length + 4L * bias.length;
  }
}
