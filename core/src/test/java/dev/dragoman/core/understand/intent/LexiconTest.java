package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LexiconTest {
  @Test
  void wordsThatStandForOneAnotherShareAClass() {
    assertThat(classes("price")).isNotEmpty().containsAnyElementsOf(classes("expensive"));
    assertThat(classes("changing")).containsAnyElementsOf(classes("modified"));
  }

  @Test
  void languagesShareClasses() {
    assertThat(classes("cancelar")).containsAnyElementsOf(classes("abort"));
    assertThat(classes("einschalten")).containsAnyElementsOf(classes("encender"));
  }

  @Test
  void mostWordsHaveNone() {
    for (String word : List.of("the", "quark", "a", "", "such", "hello42")) {
      assertThat(classes(word)).as(word).isEmpty();
    }
  }

  @Test
  void anIntentIsUnderstoodByAWordOfTheSameClass() {
    IntentModel model =
        IntentTrainer.train(
            new TrainingSet(
                List.of(
                    IntentExamples.of(
                        "cost", List.of("what is the price", "price of the blue one")),
                    IntentExamples.of(
                        "stop", List.of("cancel the blue one", "i want to cancel")))));
    assertThat(model.score("is this expensive").top(1).getFirst().intent()).isEqualTo("cost");
    assertThat(model.score("please abort this").top(1).getFirst().intent()).isEqualTo("stop");
  }

  private static Set<Long> classes(String word) {
    FeatureBuffer buffer = new FeatureBuffer(0);
    Lexicon.addClasses(word, buffer, 1);
    Features features = buffer.features();
    Set<Long> keys = new TreeSet<>();
    for (int i = 0; i < features.size; i++) {
      keys.add(features.keys[i]);
    }
    return keys;
  }
}
