package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.check.Finding.Kind;
import dev.dragoman.core.understand.intent.IntentExamples;
import dev.dragoman.core.understand.intent.IntentModel;
import dev.dragoman.core.understand.intent.IntentScore;
import dev.dragoman.core.understand.intent.IntentTrainer;
import dev.dragoman.core.understand.intent.TrainingSet;
import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds examples that another intent takes.
///
/// One sentence in two intents is an error. Beyond that every example is held out once, in one of
/// [#PARTS] parts, and shown to a model that learnt from the others: when that is sure of another
/// intent, the author hears of it. Bots with more than [#MOST_EXAMPLES] are not tried like that.
final class StolenSentences {
  private static final int PARTS = 5;
  private static final int MOST_EXAMPLES = 1_500;
  private static final int FEWEST_EXAMPLES = 3;

  /// Being this sure of another intent is no near miss.
  private static final double SURE = 0.9;

  private final List<Sentence> sentences;
  private final List<Finding> findings = new ArrayList<>();

  private StolenSentences(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  static List<Finding> find(Bot bot) {
    StolenSentences search = new StolenSentences(Sentence.all(bot));
    search.shared();
    if (search.findings.isEmpty()
        && bot.intents().size() > 1
        && search.sentences.size() <= MOST_EXAMPLES) {
      for (int part = 0; part < PARTS; part++) {
        search.heldOut(part);
      }
    }
    return search.findings;
  }

  private void shared() {
    Map<String, Sentence> first = new HashMap<>();
    for (Sentence sentence : sentences) {
      String folded = Folding.fold(sentence.text());
      Sentence before = folded.isEmpty() ? null : first.putIfAbsent(folded, sentence);
      if (before != null && !before.intent().id().equals(sentence.intent().id())) {
        String message = "\"%s\" is an example of '%s' too, as \"%s\"";
        findings.add(
            Finding.error(
                Kind.STOLEN_SENTENCE,
                sentence.spot(),
                message.formatted(sentence.text(), before.intent().name(), before.text()),
                says(sentence)));
      }
    }
  }

  private static List<String> says(Sentence sentence) {
    return List.of("the contact says \"" + sentence.plain() + "\"");
  }

  private void heldOut(int part) {
    Map<String, List<String>> learnt = new LinkedHashMap<>();
    List<Sentence> held = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Sentence sentence : sentences) {
      int place = seen.merge(sentence.intent().id(), 1, Integer::sum);
      if (place % PARTS == part) {
        held.add(sentence);
      } else {
        learnt
            .computeIfAbsent(sentence.intent().id(), _ -> new ArrayList<>())
            .add(sentence.plain());
      }
    }
    held.removeIf(one -> seen.getOrDefault(one.intent().id(), 0) < FEWEST_EXAMPLES);
    if (!held.isEmpty()) {
      IntentModel model = IntentTrainer.train(trainingSet(learnt));
      held.forEach(sentence -> judge(sentence, model));
    }
  }

  private static TrainingSet trainingSet(Map<String, List<String>> learnt) {
    List<IntentExamples> intents = new ArrayList<>();
    learnt.forEach((id, texts) -> intents.add(IntentExamples.of(id, texts)));
    return new TrainingSet(intents);
  }

  private void judge(Sentence sentence, IntentModel model) {
    if (isBare(sentence)) {
      return;
    }
    IntentScore best = model.score(sentence.plain()).top(1).getFirst();
    if (!best.intent().equals(sentence.intent().id()) && best.score() >= SURE) {
      String message = "without it \"%s\" would be taken for '%s' (%.2f) instead of '%s'";
      findings.add(
          Finding.warning(
              Kind.STOLEN_SENTENCE,
              sentence.spot(),
              message.formatted(
                  sentence.text(), name(best.intent()), best.score(), sentence.intent().name()),
              says(sentence)));
    }
  }

  /// What is left of an example without its slots may be too little to judge.
  private static boolean isBare(Sentence sentence) {
    return sentence.plain().isEmpty();
  }

  private String name(String intentId) {
    Set<String> names = new TreeSet<>();
    sentences.stream()
        .filter(one -> one.intent().id().equals(intentId))
        .forEach(one -> names.add(one.intent().name()));
    return names.isEmpty() ? intentId : names.iterator().next();
  }
}
