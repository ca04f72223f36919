package dev.dragoman.core.understand.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts the examples into five parts, learns from four and looks at the fifth, so that scores can
/// be judged on messages that were not learnt. Many examples need not all be looked at.
final class OutOfFold {
  private static final int PARTS = 5;
  private static final int ENOUGH = 2_000;

  private OutOfFold() {}

  static List<HeldOut> look(List<Sample> samples, int intents) {
    int[] parts = parts(samples, intents);
    List<HeldOut> seen = new ArrayList<>();
    for (int part = 0; part < PARTS && seen.size() < ENOUGH; part++) {
      List<Sample> learnt = new ArrayList<>();
      List<Sample> held = new ArrayList<>();
      for (int i = 0; i < parts.length; i++) {
        (parts[i] == part ? held : learnt).add(samples.get(i));
      }
      if (!held.isEmpty()) {
        look(learnt, held, intents, seen);
      }
    }
    return seen;
  }

  private static void look(
      List<Sample> learnt, List<Sample> held, int intents, List<HeldOut> seen) {
    Effort effort = Effort.of(learnt.size());
    Vocabulary vocabulary = VocabularyBuilder.build(learnt, intents, effort.rarest());
    Layer layer = LayerTrainer.train(learnt, vocabulary, intents, effort);
    for (Sample sample : held) {
      float[] logits = new float[intents];
      SparseVector vector = vocabulary.vector(sample.features());
      layer.logits(vector, logits);
      seen.add(new HeldOut(logits, sample.intent(), vector.coverage));
    }
  }

  /// The part each sample is held out with; -1 for those always learnt: names, and the examples
  /// of an intent that has only one.
  private static int[] parts(List<Sample> samples, int intents) {
    List<List<Integer>> byIntent = new ArrayList<>();
    for (int i = 0; i < intents; i++) {
      byIntent.add(new ArrayList<>());
    }
    int[] parts = new int[samples.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = -1;
      if (samples.get(i).isExample()) {
        byIntent.get(samples.get(i).intent()).add(i);
      }
    }
    for (List<Integer> examples : byIntent) {
      examples.sort(Comparator.comparingLong(i -> samples.get(i).identity()));
      for (int k = 0; examples.size() > 1 && k < examples.size(); k++) {
        parts[examples.get(k)] = k % PARTS;
      }
    }
    return parts;
  }
}
