package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.List;

/// Learns the layer: softmax loss, AdaGrad, one thread, one fixed order of samples per round.
/// Intents whose error on a sample is negligible are left alone, which saves most of the work.
final class LayerTrainer {
  private static final float BIAS_RATE = 0.1f;
  private static final float FIRST_SQUARES = 0.3f;

  /// From one intent in so many on, correcting all of them is quicker than picking.
  private static final int DENSE = 6;

  private final Layer layer;
  private final float[] squares;
  private final float[] biasSquares;
  private final float[] logits;
  private final float[] shares;
  private final int[] wrong;
  private final Effort effort;

  private LayerTrainer(int features, int intents, Effort effort) {
    layer = new Layer(features, intents);
    squares = new float[layer.weights.length];
    Arrays.fill(squares, FIRST_SQUARES);
    biasSquares = new float[intents];
    Arrays.fill(biasSquares, 1);
    logits = new float[intents];
    shares = new float[intents];
    wrong = new int[intents];
    this.effort = effort;
  }

  static Layer train(List<Sample> samples, Vocabulary vocabulary, int intents, Effort effort) {
    LayerTrainer trainer = new LayerTrainer(vocabulary.size(), intents, effort);
    SparseVector[] vectors = new SparseVector[samples.size()];
    int[] order = new int[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vocabulary.vector(samples.get(i).features());
      order[i] = i;
    }
    SplitMix chance = new SplitMix(7);
    for (int round = 0; round < effort.rounds(); round++) {
      chance.shuffle(order);
      for (int i : order) {
        trainer.learn(vectors[i], samples.get(i));
      }
    }
    return trainer.layer;
  }

  private void learn(SparseVector vector, Sample sample) {
    layer.logits(vector, logits);
    Softmax.shares(logits, 1, shares);
    shares[sample.intent()] -= 1;
    int count = 0;
    for (int intent = 0; intent < shares.length; intent++) {
      float error = shares[intent] * sample.weight();
      shares[intent] = error;
      if (Math.abs(error) > effort.negligible()) {
        wrong[count++] = intent;
        biasSquares[intent] += error * error;
        layer.bias[intent] -=
            BIAS_RATE * effort.rate() * error / (float) Math.sqrt(biasSquares[intent]);
      }
    }
    boolean most = count * DENSE > shares.length;
    for (int i = 0; i < vector.size; i++) {
      int row = vector.features[i] * shares.length;
      if (most) {
        adjustAll(row, vector.values[i], shares);
      } else {
        adjust(row, vector.values[i], count);
      }
    }
  }

  /// One run over the whole row, which the machine does eight intents at a time.
  private void adjustAll(int row, float value, float[] errors) {
    float[] weights = layer.weights;
    float[] sums = squares;
    float rate = effort.rate();
    for (int intent = 0; intent < errors.length; intent++) {
      float slope = value * errors[intent];
      float square = sums[row + intent] + slope * slope;
      sums[row + intent] = square;
      weights[row + intent] -= rate * slope / (float) Math.sqrt(square);
    }
  }

  private void adjust(int row, float value, int count) {
    float[] weights = layer.weights;
    float rate = effort.rate();
    for (int k = 0; k < count; k++) {
      int at = row + wrong[k];
      float slope = value * shares[wrong[k]];
      float square = squares[at] + slope * slope;
      squares[at] = square;
      weights[at] -= rate * slope / (float) Math.sqrt(square);
    }
  }
}
