package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntentEvaluationTest {
  @Test
  void understandsTheClassicSetsAtLeastAsWellAsThePlainMethod() {
    double right = 0;
    for (String corpus : List.of("chatbot", "askubuntu", "webapplications")) {
      List<TrainingSet.Row> test = Corpus.rows(corpus + ".test");
      IntentModel model = IntentTrainer.train(TrainingSet.ofRows(Corpus.rows(corpus + ".train")));
      for (TrainingSet.Row row : test) {
        right += model.score(row.text()).top(1).getFirst().intent().equals(row.intent()) ? 1 : 0;
      }
    }
    assertThat(right / 274).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void refusesWhatTheBotIsNotAboutAndKeepsWhatItIs() {
    IntentModel model = IntentTrainer.train(TrainingSet.ofRows(Corpus.rows("chatbot.train")));
    ChoiceQuestion open = ChoiceQuestion.open(model.rules());
    List<TrainingSet.Row> inside = Corpus.rows("chatbot.test");
    long kept = inside.stream().filter(row -> accepts(model, open, row)).count();
    List<TrainingSet.Row> outside = Corpus.rows("webapplications.test");
    long refused = outside.stream().filter(row -> !accepts(model, open, row)).count();
    assertThat((double) kept / inside.size()).isGreaterThan(0.85);
    assertThat((double) refused / outside.size()).isGreaterThan(0.85);
  }

  @Test
  void measuresEverythingWithTheClockItIsGiven() {
    AtomicLong clock = new AtomicLong();
    IntentEvaluation figures =
        IntentEvaluation.measure(
            new IntentEvaluation.Rows(
                Corpus.rows("chatbot.train"),
                Corpus.rows("chatbot.test"),
                Corpus.rows("webapplications.test")),
            () -> clock.addAndGet(7_000),
            100);
    assertThat(figures.accuracy()).isGreaterThan(0.97);
    assertThat(figures.auroc().orElseThrow()).isBetween(0.9, 1.0);
    assertThat(figures.recallAt95()).isPresent();
    assertThat(figures.calibrationError()).isLessThan(0.15);
    assertThat(figures.trainSeconds()).isEqualTo(7e-6);
    assertThat(figures.medianMicros()).isEqualTo(7);
    assertThat(figures.p99Micros()).isEqualTo(7);
  }

  @Test
  void ranksInsideAgainstOutside() {
    double[] inside = {0.9, 0.8, 0.5};
    double[] outside = {0.5, 0.1};
    assertThat(IntentEvaluation.auroc(inside, outside)).isEqualTo(5.5 / 6, within(1e-12));
    assertThat(IntentEvaluation.recall(inside, outside)).isEqualTo(0.5);
  }

  @Test
  void calibrationErrorIsTheGapBetweenScoreAndTruth() {
    double[] scores = {0.9, 0.9, 0.9, 0.9, 0.2, 0.2};
    boolean[] right = {true, true, true, false, false, false};
    assertThat(IntentEvaluation.calibrationError(scores, right))
        .isEqualTo((0.6 + 0.4) / 6, within(1e-9));
  }

  private static boolean accepts(IntentModel model, ChoiceQuestion open, TrainingSet.Row row) {
    return IntentChoice.choose(model.score(row.text()), open).winner() != null;
  }
}
