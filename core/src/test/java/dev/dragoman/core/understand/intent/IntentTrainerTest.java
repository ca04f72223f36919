package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntentTrainerTest {
  @Test
  void sameExamplesGiveTheSameBytes() {
    assertThat(train("chatbot").toBytes()).isEqualTo(train("chatbot").toBytes());
  }

  @Test
  void orderOfEntryDoesNotMatter() {
    List<TrainingSet.Row> rows = Corpus.rows("askubuntu.train");
    byte[] asWritten = IntentTrainer.train(TrainingSet.ofRows(rows)).toBytes();
    List<TrainingSet.Row> other = new ArrayList<>(rows.reversed());
    assertThat(IntentTrainer.train(TrainingSet.ofRows(other)).toBytes()).isEqualTo(asWritten);
    Collections.shuffle(other, new Random(3));
    assertThat(IntentTrainer.train(TrainingSet.ofRows(other)).toBytes()).isEqualTo(asWritten);
  }

  @Test
  void repeatedAndBlankExamplesCountForNothing() {
    TrainingSet once = set("a", List.of("turn on the light", "lights on"));
    TrainingSet twice =
        set("a", List.of("Turn on the light", " ", "lights on", "turn on the light ", ""));
    assertThat(IntentTrainer.train(twice).toBytes()).isEqualTo(IntentTrainer.train(once).toBytes());
  }

  @Test
  void understandsWhatWasNotAnExample() {
    IntentModel model = IntentTrainer.train(Corpus.pizza());
    assertThat(best(model, "una pizza mediana")).isEqualTo("order");
    assertThat(best(model, "puedo hablar con una persona?")).isEqualTo("human");
    assertThat(best(model, "a que hora cierran")).isEqualTo("hours");
  }

  @Test
  void understandsWithoutAccentsAsWellAsWithThem() {
    IntentModel model = IntentTrainer.train(Corpus.pizza());
    double with = model.score("pásame a un agénte").top(1).getFirst().score();
    IntentScore without = model.score("pasame a un agente").top(1).getFirst();
    assertThat(without.intent()).isEqualTo("human");
    assertThat(without.score()).isGreaterThanOrEqualTo(with);
  }

  @Test
  void aNameIsReadLikeHalfAnExample() {
    IntentExamples named =
        new IntentExamples("1", "RefundMoney", List.of("it broke"), 0, OptionalDouble.empty());
    IntentModel model =
        IntentTrainer.train(
            new TrainingSet(List.of(named, IntentExamples.of("2", List.of("good morning")))));
    assertThat(best(model, "i want a refund")).isEqualTo("1");
  }

  @Test
  void trainsOnNothingAndOnOneIntent() {
    IntentModel nothing = IntentTrainer.train(new TrainingSet(List.of()));
    assertThat(nothing.score("hello").top(3)).isEmpty();
    IntentModel one = IntentTrainer.train(set("only", List.of("hello")));
    assertThat(one.score("hello").top(3)).containsExactly(new IntentScore("only", 1));
    IntentModel empty = IntentTrainer.train(set("empty", List.of()));
    assertThat(empty.score("hello").top(1).getFirst().score()).isLessThan(0.5);
  }

  @Test
  void refusesTwoIntentsOfOneId() {
    IntentExamples twin = IntentExamples.of("twin", List.of("x"));
    assertThatThrownBy(() -> new TrainingSet(List.of(twin, twin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twin");
  }

  private static IntentModel train(String corpus) {
    return IntentTrainer.train(TrainingSet.ofRows(Corpus.rows(corpus + ".train")));
  }

  private static TrainingSet set(String id, List<String> examples) {
    return new TrainingSet(List.of(IntentExamples.of(id, examples)));
  }

  private static String best(IntentModel model, String text) {
    return model.score(text).top(1).getFirst().intent();
  }
}
