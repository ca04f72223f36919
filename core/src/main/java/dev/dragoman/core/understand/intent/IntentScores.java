package dev.dragoman.core.understand.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a model makes of one text: depends on the text and the bot version only, so it may be
/// computed ahead and recorded. Immutable and thread-safe.
public final class IntentScores {
  private final List<String> ids;
  private final float[] logits;
  private final float[] scores;
  private final double coverage;
  private final List<String> repeated;

  /// Scores from their parts, as the record of an earlier turn has them.
  ///
  /// @param ids the intents, one per logit and score
  /// @param logits before calibration
  /// @param scores after calibration, each 0 to 1
  /// @param coverage share of the text's weight that the model knows, 0 to 1
  /// @param repeated ids of intents one of whose examples the text repeats
  public IntentScores(
      List<String> ids, float[] logits, float[] scores, double coverage, List<String> repeated) {
    if (ids.size() != logits.length || ids.size() != scores.length) {
      throw new IllegalArgumentException("one logit and one score per intent");
    }
    this.ids = List.copyOf(ids);
    this.logits = logits.clone();
    this.scores = scores.clone();
    this.coverage = coverage;
    this.repeated = List.copyOf(repeated);
  }

  /// The intents, in the order of [#logits()].
  public List<String> ids() {
    return ids;
  }

  /// What the classifier says before calibration, a copy.
  public float[] logits() {
    return logits.clone();
  }

  /// Share of the text's weight that the model knows, 0 to 1.
  public double coverage() {
    return coverage;
  }

  /// Ids of the intents one of whose examples the text repeats after folding; usually empty.
  public List<String> repeated() {
    return repeated;
  }

  /// The classifier's calibrated score of the intent at a place of [#ids()], 0 to 1, without the
  /// rule for repeated examples.
  public double score(int place) {
    return scores[place];
  }

  /// The best intents, best first: 1 for a repeated example, the calibrated score for the others;
  /// among equals the one that comes first in [#ids()].
  ///
  /// @param count how many at most
  public List<IntentScore> top(int count) {
    float[] left = scores.clone();
    for (String id : repeated) {
      left[ids.indexOf(id)] = 2;
    }
    List<IntentScore> top = new ArrayList<>();
    for (int k = 0; k < Math.min(count, left.length); k++) {
      int best = greatest(left);
      top.add(new IntentScore(ids.get(best), Math.min(1, left[best])));
      left[best] = -1;
    }
    return top;
  }

  private static int greatest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return "IntentScores" + top(3) + " coverage " + coverage + " logits " + Arrays.hashCode(logits);
  }
}
