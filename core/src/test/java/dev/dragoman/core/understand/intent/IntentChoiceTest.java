package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentChoiceTest {
  private static final ChoiceRules RULES =
      new ChoiceRules(
          Map.of(
              "urgent", new IntentRule(5, OptionalDouble.empty()),
              "picky", new IntentRule(0, OptionalDouble.of(0.9)),
              "easy", new IntentRule(0, OptionalDouble.of(0.1))),
          0.5,
          0.2);

  @Test
  void theBestScoreThatReachesItsThresholdWins() {
    IntentChoice choice = choose(Map.of("order", 0.7f, "hours", 0.2f), 1);
    assertThat(choice.reason()).isEqualTo(ChoiceReason.CLASSIFIER);
    assertThat(choice.winner()).isEqualTo(new IntentCandidate("order", 0.7f, 0.5, true));
    assertThat(choice.nearestMiss()).isEqualTo(new IntentCandidate("hours", 0.2f, 0.5, false));
  }

  @Test
  void noneWinsUnderTheThreshold() {
    IntentChoice choice = choose(Map.of("order", 0.4f, "hours", 0.2f), 1);
    assertThat(choice.winner()).isNull();
    assertThat(choice.reason()).isEqualTo(ChoiceReason.REJECTED_THRESHOLD);
    assertThat(choice.nearestMiss()).isNotNull();
    assertThat(choice.nearestMiss().intent()).isEqualTo("order");
  }

  @Test
  void anIntentsOwnThresholdCounts() {
    assertThat(choose(Map.of("picky", 0.8f, "order", 0.1f), 1).winner()).isNull();
    assertThat(choose(Map.of("picky", 0.3f, "easy", 0.2f), 1).winner())
        .isEqualTo(new IntentCandidate("easy", 0.2f, 0.1, true));
  }

  @Test
  void noneWinsOnAMessageOfStrangeWords() {
    IntentChoice choice = choose(Map.of("order", 0.9f), 0.1);
    assertThat(choice.winner()).isNull();
    assertThat(choice.reason()).isEqualTo(ChoiceReason.REJECTED_COVERAGE);
  }

  @Test
  void aRepeatedExampleWinsBeforeTheClassifier() {
    IntentScores scores = scores(Map.of("order", 0.9f, "hours", 0.05f), 0.1, List.of("hours"));
    IntentChoice choice = IntentChoice.choose(scores, ChoiceQuestion.open(RULES));
    assertThat(choice.reason()).isEqualTo(ChoiceReason.EXACT);
    assertThat(choice.winner()).isEqualTo(new IntentCandidate("hours", 1, 0.5, true));
  }

  @Test
  void aRepeatedExampleOfAnIntentThatIsNotAllowedDoesNotWin() {
    IntentScores scores = scores(Map.of("order", 0.6f, "hours", 0.3f), 1, List.of("hours"));
    IntentChoice choice = IntentChoice.choose(scores, ChoiceQuestion.among(RULES, Set.of("order")));
    assertThat(choice.winner()).isEqualTo(new IntentCandidate("order", 0.6f, 0.5, true));
    assertThat(choice.reason()).isEqualTo(ChoiceReason.CLASSIFIER);
  }

  @Test
  void priorityBreaksNearTiesOnly() {
    assertThat(choose(Map.of("order", 0.52f, "urgent", 0.5f), 1).winner())
        .isEqualTo(new IntentCandidate("urgent", 0.5f, 0.5, true));
    IntentChoice clear = choose(Map.of("order", 0.9f, "urgent", 0.6f), 1);
    assertThat(clear.winner()).isEqualTo(new IntentCandidate("order", 0.9f, 0.5, true));
  }

  @Test
  void competingAmongFewDoesNotRaiseAScore() {
    IntentScores scores = scores(Map.of("order", 0.7f, "hours", 0.2f), 1, List.of());
    IntentChoice choice = IntentChoice.choose(scores, ChoiceQuestion.among(RULES, Set.of("hours")));
    assertThat(choice.winner()).isNull();
    assertThat(choice.ranked()).containsExactly(new IntentCandidate("hours", 0.2f, 0.5, false));
  }

  @Test
  void whatTheBotHasJustAskedForIsLikelier() {
    IntentScores scores = scores(Map.of("order", 0.5f, "hours", 0.3f), 1, List.of());
    ChoiceQuestion asked = new ChoiceQuestion(RULES, null, Map.of("hours", 5.0));
    IntentChoice choice = IntentChoice.choose(scores, asked);
    assertThat(choice.winner()).isNotNull();
    assertThat(choice.winner().intent()).isEqualTo("hours");
    assertThat(choice.winner().score()).isBetween(0.67, 0.69);
  }

  @Test
  void refusesAPriorOfZero() {
    assertThatThrownBy(() -> new ChoiceQuestion(RULES, null, Map.of("hours", 0.0)))
        .hasMessageContaining("above 0");
  }

  @Test
  void nothingAllowedIsSaid() {
    IntentScores scores = scores(Map.of("order", 0.9f), 1, List.of());
    IntentChoice choice = IntentChoice.choose(scores, ChoiceQuestion.among(RULES, Set.of()));
    assertThat(choice.reason()).isEqualTo(ChoiceReason.NOTHING_ALLOWED);
    assertThat(choice.ranked()).isEmpty();
    assertThat(choice.nearestMiss()).isNull();
  }

  private static IntentChoice choose(Map<String, Float> scores, double coverage) {
    return IntentChoice.choose(scores(scores, coverage, List.of()), ChoiceQuestion.open(RULES));
  }

  private static IntentScores scores(
      Map<String, Float> scores, double coverage, List<String> repeated) {
    List<String> ids = scores.keySet().stream().sorted().toList();
    float[] values = new float[ids.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scores.get(ids.get(i));
    }
    return new IntentScores(ids, values, values, coverage, repeated);
  }
}
