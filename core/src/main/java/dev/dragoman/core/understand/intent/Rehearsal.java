package dev.dragoman.core.understand.intent;

import dev.dragoman.core.bot.Bot;
import java.util.ArrayList;
import java.util.List;

/// What came of holding every example out once and looking at it with what was learnt from the
/// others. It costs five layers; the model itself costs one more. Immutable and thread-safe.
public final class Rehearsal {
  private final List<IntentExamples> intents;
  private final List<Sample> samples;
  private final List<HeldOut> seen;
  private final Calibration calibration;

  private Rehearsal(List<IntentExamples> intents, List<Sample> samples) {
    this.intents = intents;
    this.samples = samples;
    this.seen = OutOfFold.look(samples, intents.size());
    this.calibration = Calibration.fit(seen);
  }

  /// How one example was taken by what had learnt from all but those of its part.
  ///
  /// @param intent the intent it belongs to
  /// @param sentence what it was made of, in the form of [#sentence]
  /// @param best the intent it was taken for, with the score a contact would have got
  public record Tried(String intent, String sentence, IntentScore best) {}

  /// Rehearses a training set.
  public static Rehearsal of(TrainingSet set) {
    return new Rehearsal(set.intents(), IntentTrainer.samples(set.intents()));
  }

  /// Rehearses what a bot's intents are taught with.
  public static Rehearsal of(Bot bot) {
    return of(BotExamples.of(bot));
  }

  /// How a sentence of an author is written in [#tried].
  public static String sentence(String text) {
    return TrainingSet.normal(text);
  }

  /// The examples that were looked at: all with two sentences or more in their intent, but of
  /// large bots only as many as are needed to measure (2,000 sentences).
  public List<Tried> tried() {
    List<Tried> tried = new ArrayList<>();
    for (HeldOut held : seen) {
      float[] scores = calibration.scores(held.logits, held.coverage);
      int best = Calibration.greatest(scores);
      tried.add(
          new Tried(
              intents.get(held.intent).id(),
              held.origin,
              new IntentScore(intents.get(best).id(), scores[best])));
    }
    return tried;
  }

  /// Learns the model from all examples.
  public IntentModel model() {
    Effort effort = Effort.of(samples.size());
    Vocabulary vocabulary = VocabularyBuilder.build(samples, intents.size(), effort.rarest());
    Layer layer = LayerTrainer.train(samples, vocabulary, intents.size(), effort);
    return new IntentModel(
        intents.stream().map(IntentExamples::id).toList(),
        intents.stream().map(IntentExamples::rule).toList(),
        new IntentModel.Learnt(
            vocabulary, CompactLayer.of(layer), calibration, ExampleTable.of(intents)));
  }
}
