package dev.dragoman.core.understand.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Measures how well and how fast intents are understood. All figures but accuracy leave out the
/// rule for repeated examples, so that they say something about the classifier.
///
/// @param accuracy share of test messages whose best intent is the right one, nothing refused
/// @param auroc chance that a test message scores higher than one outside the bot; empty without
///     such messages
/// @param recallAt95 share of outside messages refused by the threshold that keeps 95 % of the
///     test messages; empty without such messages
/// @param calibrationError mean distance between score and accuracy, over 15 bins
/// @param trainSeconds time to learn, seconds
/// @param medianMicros time to score one message, microseconds, the middle one
/// @param p99Micros the same, slower than 99 % of all
public record IntentEvaluation(
    double accuracy,
    OptionalDouble auroc,
    OptionalDouble recallAt95,
    double calibrationError,
    double trainSeconds,
    double medianMicros,
    double p99Micros) {
  private static final int BINS = 15;
  private static final int CALLS = 20_000;

  /// Labelled messages to learn from and to be measured on, and messages that mean no intent.
  ///
  /// @param train at least one row
  /// @param test at least one row
  /// @param outside may be empty; their label does not matter
  public record Rows(
      List<TrainingSet.Row> train, List<TrainingSet.Row> test, List<TrainingSet.Row> outside) {
    /// Refuses empty training or test rows.
    public Rows {
      train = List.copyOf(train);
      test = List.copyOf(test);
      outside = List.copyOf(outside);
      if (train.isEmpty() || test.isEmpty()) {
        throw new IllegalArgumentException("training and test rows are needed");
      }
    }
  }

  /// Learns, then measures. Takes as long as learning and about 40,000 scorings.
  ///
  /// @param nanos a clock in nanoseconds from any start
  public static IntentEvaluation measure(Rows rows, LongSupplier nanos) {
    return measure(rows, nanos, CALLS);
  }

  static IntentEvaluation measure(Rows rows, LongSupplier nanos, int calls) {
    long start = nanos.getAsLong();
    IntentModel model = IntentTrainer.train(TrainingSet.ofRows(rows.train));
    double seconds = (nanos.getAsLong() - start) / 1e9;
    double[] inside = new double[rows.test.size()];
    boolean[] right = new boolean[inside.length];
    int hits = 0;
    for (int i = 0; i < inside.length; i++) {
      TrainingSet.Row row = rows.test.get(i);
      IntentScores scores = model.score(row.text());
      int best = best(scores);
      inside[i] = scores.score(best);
      right[i] = scores.ids().get(best).equals(row.intent());
      hits += scores.top(1).getFirst().intent().equals(row.intent()) ? 1 : 0;
    }
    double[] outside =
        rows.outside.stream()
            .map(row -> model.score(row.text()))
            .mapToDouble(scores -> scores.score(best(scores)))
            .toArray();
    double[] micros = micros(model, rows, nanos, calls);
    return new IntentEvaluation(
        (double) hits / inside.length,
        outside.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(auroc(inside, outside)),
        outside.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(recall(inside, outside)),
        calibrationError(inside, right),
        seconds,
        micros[micros.length / 2],
        micros[(int) (micros.length * 0.99)]);
  }

  private static int best(IntentScores scores) {
    int best = 0;
    for (int i = 1; i < scores.ids().size(); i++) {
      if (scores.score(i) > scores.score(best)) {
        best = i;
      }
    }
    return best;
  }

  /// Chance that an inside score is above an outside one; equal ones count half.
  static double auroc(double[] inside, double[] outside) {
    double[] sorted = outside.clone();
    Arrays.sort(sorted);
    double above = 0;
    for (double score : inside) {
      int lower = countBelow(sorted, score);
      int upper = countBelow(sorted, Math.nextUp(score));
      above += lower + (upper - lower) / 2.0;
    }
    return above / inside.length / outside.length;
  }

  static double recall(double[] inside, double[] outside) {
    double threshold = Calibration.quantile(inside, 0.05);
    double[] sorted = outside.clone();
    Arrays.sort(sorted);
    return (double) countBelow(sorted, threshold) / sorted.length;
  }

  private static int countBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static double calibrationError(double[] scores, boolean[] right) {
    double[] gaps = new double[BINS];
    for (int i = 0; i < scores.length; i++) {
      int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
      gaps[bin] += scores[i] - (right[i] ? 1 : 0);
    }
    double error = 0;
    for (double gap : gaps) {
      error += Math.abs(gap) / scores.length;
    }
    return error;
  }

  /// Times single scorings, sorted, after as many to warm up.
  private static double[] micros(IntentModel model, Rows rows, LongSupplier nanos, int calls) {
    List<TrainingSet.Row> messages = new ArrayList<>(rows.test);
    messages.addAll(rows.outside);
    double[] micros = new double[calls];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < calls; i++) {
        String text = messages.get(i % messages.size()).text();
        long start = nanos.getAsLong();
        IntentScores scores = model.score(text);
        micros[i] = (nanos.getAsLong() - start) / 1e3;
        if (scores.ids().isEmpty()) {
          throw new IllegalStateException("a model of training rows has intents");
        }
      }
    }
    Arrays.sort(micros);
    return micros;
  }
}
