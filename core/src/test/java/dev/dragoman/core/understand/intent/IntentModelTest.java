package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentModelTest {
  private static final IntentModel MODEL = IntentTrainer.train(Corpus.pizza());

  @Test
  void aRepeatedExampleScoresOneHoweverItIsTyped() {
    IntentScores scores = MODEL.score("  ¿A que HORA abren?? ");
    assertThat(scores.repeated()).containsExactly("hours");
    assertThat(scores.top(1)).containsExactly(new IntentScore("hours", 1));
  }

  @Test
  void nothingElseScoresOne() {
    IntentScores scores = MODEL.score("a qué hora abren hoy");
    assertThat(scores.repeated()).isEmpty();
    assertThat(scores.top(1).getFirst().score()).isBetween(0.0, 0.99995);
  }

  @Test
  void scoresAreSharesOfAtMostOne() {
    for (String text : List.of("quiero una pizza", "hola", "", "horario pizza persona")) {
      IntentScores scores = MODEL.score(text);
      double sum = 0;
      for (int i = 0; i < scores.ids().size(); i++) {
        assertThat(scores.score(i)).isBetween(0.0, 1.0);
        sum += scores.score(i);
      }
      assertThat(sum).as(text).isLessThanOrEqualTo(1.00001);
    }
  }

  @Test
  void ranksBestFirst() {
    List<IntentScore> top = MODEL.score("quiero pedir pizza con alguien").top(10);
    assertThat(top).hasSize(3);
    assertThat(top).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void strangeWordsScoreLow() {
    double known = MODEL.score("quiero otra pizza").top(1).getFirst().score();
    double strange = MODEL.score("xylophone wrecking bwv").top(1).getFirst().score();
    assertThat(strange).isLessThan(known - 0.2);
    assertThat(MODEL.score("xylophone wrecking bwv").coverage())
        .isLessThan(MODEL.score("quiero otra pizza").coverage() / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "\uD800",
        "\uDC00\uD800 pizza \uDBFF",
        "👩‍👩‍👧‍👦 👍🏽",
        "e\u0301\u0301\u0301\u0301",
        "\u0301",
        "\u202epizza\u202c שלום مرحبا",
        "İIıi ẞß",
        "\u0000\u0001",
        "你好吗？"
      })
  void readsWhateverPeopleType(String text) {
    IntentScores scores = MODEL.score(text);
    assertThat(scores.coverage()).isBetween(0.0, 1.0);
    assertThat(scores.top(1).getFirst().score()).isBetween(0.0, 1.0);
  }

  @Test
  void readsLongMessages() {
    String text = "quiero una pizza y ".repeat(300).substring(0, 4_096);
    assertThat(MODEL.score(text).top(1).getFirst().intent()).isEqualTo("order");
    assertThat(MODEL.score("\uD83D\uDE00".repeat(50_000)).coverage()).isZero();
  }

  @Test
  void comesBackFromItsBytesUnchanged() {
    byte[] bytes = MODEL.toBytes();
    IntentModel back = IntentModel.ofBytes(bytes);
    assertThat(bytes[0]).isEqualTo((byte) 2);
    assertThat(back.toBytes()).isEqualTo(bytes);
    assertThat(back.rules()).isEqualTo(MODEL.rules());
    for (String text : List.of("una pizza pequena", "horario", "pásame")) {
      assertThat(back.score(text).logits()).isEqualTo(MODEL.score(text).logits());
      assertThat(back.score(text).top(3)).isEqualTo(MODEL.score(text).top(3));
    }
  }

  @Test
  void modelsOfTheFirstFormatScoreAsTheyDid() {
    IntentModel now = IntentTrainer.train(TrainingSet.ofRows(Corpus.rows("askubuntu.train")));
    IntentModel then = IntentModel.ofBytes(inFirstFormat(now));
    Calibration fitted = now.learnt().calibration();
    assertThat(fitted.shared()).isTrue();
    assertThat(then.learnt().calibration())
        .isEqualTo(
            new Calibration(
                fitted.temperature(),
                fitted.slope(),
                fitted.offset(),
                fitted.threshold(),
                fitted.coverage(),
                false));
    float[] logits = now.score("how do i upgrade").logits();
    assertThat(then.score("how do i upgrade").logits()).isEqualTo(logits);
    assertThat(then.toBytes()[0]).isEqualTo((byte) 2);
  }

  /// Format 1 was the same without the truth after the five doubles of the calibration.
  private static byte[] inFirstFormat(IntentModel model) {
    byte[] bytes = model.toBytes();
    int intents = model.ids().stream().mapToInt(id -> 2 + id.length() + 4 + 8).sum();
    int truth = 1 + 4 + intents + 5 * 8;
    byte[] first = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, first, 0, truth);
    System.arraycopy(bytes, truth + 1, first, truth, first.length - truth);
    first[0] = 1;
    return first;
  }

  @Test
  void refusesDamagedBytesByName() {
    byte[] bytes = MODEL.toBytes();
    byte[] later = bytes.clone();
    later[0] = 9;
    assertThatThrownBy(() -> IntentModel.ofBytes(later)).hasMessageContaining("format 9");
    for (int length : new int[] {0, 1, 3, 40, bytes.length / 2, bytes.length - 1}) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> IntentModel.ofBytes(cut))
          .as("cut at %d", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> IntentModel.ofBytes(longer)).hasMessageContaining("left over");
  }

  @Test
  void knowsItsSize() {
    long bytes = MODEL.toBytes().length;
    assertThat(MODEL.estimatedBytes()).isBetween(bytes / 2, 4 * bytes);
  }

  @Test
  void scoresTheSameFromManyThreads() throws Exception {
    List<String> texts = List.of("quiero una pizza ya", "hay alguien", "horario del lunes");
    List<float[]> expected = texts.stream().map(text -> MODEL.score(text).logits()).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<float[]>> calls = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String text = texts.get(i % 3);
        calls.add(() -> MODEL.score(text).logits());
      }
      List<Future<float[]>> answers = threads.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(expected.get(i % 3));
      }
    }
  }
}
