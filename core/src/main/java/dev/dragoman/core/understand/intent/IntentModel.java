package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A learnt set of intents. Immutable and thread-safe; made by [IntentTrainer] or read back from
/// its bytes.
public final class IntentModel {
  private final List<String> ids;
  private final List<IntentRule> rules;
  private final Learnt learnt;
  private final ChoiceRules choice;

  /// What training found out.
  record Learnt(
      Vocabulary vocabulary, CompactLayer layer, Calibration calibration, ExampleTable examples) {}

  IntentModel(List<String> ids, List<IntentRule> rules, Learnt learnt) {
    this.ids = List.copyOf(ids);
    this.rules = List.copyOf(rules);
    this.learnt = learnt;
    this.choice = choice(this.ids, this.rules, learnt.calibration);
  }

  private static ChoiceRules choice(
      List<String> ids, List<IntentRule> rules, Calibration calibration) {
    Map<String, IntentRule> byId = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), rules.get(i));
    }
    return new ChoiceRules(byId, calibration.threshold(), calibration.coverage());
  }

  /// Reads a model back.
  ///
  /// @throws IllegalArgumentException if the bytes are no model, damaged, or of an unknown format
  public static IntentModel ofBytes(byte[] bytes) {
    return ModelFormat.read(bytes);
  }

  /// The model as bytes, the format number first; equal training sets give equal bytes.
  public byte[] toBytes() {
    return ModelFormat.write(this);
  }

  /// Ids of the intents, sorted.
  public List<String> ids() {
    return ids;
  }

  /// What the authors decided about each intent and the thresholds measured in training.
  public ChoiceRules rules() {
    return choice;
  }

  /// Memory the model holds, in bytes, within a few per cent.
  public long estimatedBytes() {
    long names = ids.stream().mapToLong(id -> 56L + id.length()).sum();
    return 512
        + names
        + learnt.vocabulary.table.bytes()
        + 4L * learnt.vocabulary.size()
        + learnt.layer.bytes()
        + learnt.examples.bytes();
  }

  /// Scores a text; reads at most the first 4,096 characters. Never fails, whatever the text is.
  public IntentScores score(String text) {
    SparseVector vector = learnt.vocabulary.vector(FeatureReader.read(text));
    float[] logits = learnt.layer.logits(vector);
    int[] repeating = learnt.examples.intentsOf(text);
    List<String> repeated =
        repeating.length == 0 ? List.of() : Arrays.stream(repeating).mapToObj(ids::get).toList();
    float[] scores = learnt.calibration.scores(logits, vector.coverage);
    return new IntentScores(ids, logits, scores, vector.coverage, repeated);
  }

  List<IntentRule> ruleList() {
    return rules;
  }

  Learnt learnt() {
    return learnt;
  }
}
