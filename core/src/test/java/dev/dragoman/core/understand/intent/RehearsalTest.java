package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.understand.intent.Rehearsal.Tried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final String PLACE = "a zither of {size} strings";

  @Test
  void everyExampleIsTriedOnceAndNamesAreNot() {
    Rehearsal rehearsal = Rehearsal.of(Corpus.pizza());
    int examples = Corpus.pizza().intents().stream().mapToInt(one -> one.examples().size()).sum();
    assertThat(rehearsal.tried()).hasSize(examples).doesNotHaveDuplicates();
  }

  @Test
  void theModelIsTheOneThatTrainingMakes() {
    assertThat(Rehearsal.of(Corpus.pizza()).model().toBytes())
        .isEqualTo(IntentTrainer.train(Corpus.pizza()).toBytes());
  }

  @Test
  void variantsOfOneSentenceDoNotGiveEachOtherAway() {
    assertThat(recognised(Map.of())).isEqualTo(5);
    assertThat(recognised(origins())).isZero();
  }

  private static List<String> variants() {
    return List.of("two", "four", "six", "eight", "ten").stream()
        .map(size -> PLACE.replace("{size}", size))
        .toList();
  }

  private static Map<String, String> origins() {
    Map<String, String> origins = new HashMap<>();
    variants().forEach(variant -> origins.put(variant, PLACE));
    return origins;
  }

  /// How many of the variants were taken for their own intent while held out.
  private static long recognised(Map<String, String> origins) {
    List<String> buy = new ArrayList<>(variants());
    buy.addAll(List.of("my uncle collects stamps", "your cat is grey"));
    List<IntentExamples> intents =
        List.of(
            new IntentExamples("buy", "", buy, 0, OptionalDouble.empty(), origins),
            IntentExamples.of(
                "tune", List.of("a guitar with strings", "the strings of a harp", "a violin")));
    return Rehearsal.of(new TrainingSet(intents)).tried().stream()
        .filter(tried -> tried.sentence().startsWith("a zither"))
        .map(Tried::best)
        .filter(best -> best.intent().equals("buy"))
        .count();
  }
}
