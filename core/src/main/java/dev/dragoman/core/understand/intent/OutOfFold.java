package dev.dragoman.core.understand.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Cuts the examples into five parts, learns from four and looks at the fifth, so that scores can
/// be judged on messages that were not learnt. Examples of one origin are held out together. Many
/// examples need not all be looked at.
final class OutOfFold {
  private static final int PARTS = 5;
  private static final int ENOUGH = 2_000;

  private OutOfFold() {}

  static List<HeldOut> look(List<Sample> samples, int intents) {
    int[] parts = parts(samples, intents);
    List<HeldOut> seen = new ArrayList<>();
    long origins = 0;
    for (int part = 0; part < PARTS && origins < ENOUGH; part++) {
      List<Sample> learnt = new ArrayList<>();
      List<Sample> held = new ArrayList<>();
      for (int i = 0; i < parts.length; i++) {
        (parts[i] == part ? held : learnt).add(samples.get(i));
      }
      origins += held.stream().mapToLong(Sample::identity).distinct().count();
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
      seen.add(new HeldOut(logits, sample.intent(), vector.coverage, sample.origin()));
    }
  }

  /// The part each sample is held out with; -1 for those always learnt: names, and the examples
  /// of an intent that have all one origin.
  private static int[] parts(List<Sample> samples, int intents) {
    List<SortedMap<Long, List<Integer>>> byOrigin = new ArrayList<>();
    for (int i = 0; i < intents; i++) {
      byOrigin.add(new TreeMap<>());
    }
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (sample.isExample()) {
        byOrigin
            .get(sample.intent())
            .computeIfAbsent(sample.identity(), _ -> new ArrayList<>())
            .add(i);
      }
    }
    int[] parts = new int[samples.size()];
    Arrays.fill(parts, -1);
    for (SortedMap<Long, List<Integer>> origins : byOrigin) {
      int turn = 0;
      for (List<Integer> examples : origins.values()) {
        int part = origins.size() > 1 ? turn++ % PARTS : -1;
        examples.forEach(i -> parts[i] = part);
      }
    }
    return parts;
  }
}
