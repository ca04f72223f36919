package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.check.Finding.Kind;
import dev.dragoman.core.understand.intent.IntentScore;
import dev.dragoman.core.understand.intent.Rehearsal;
import dev.dragoman.core.understand.intent.Rehearsal.Tried;
import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Finds examples that another intent takes.
///
/// One sentence in two intents is an error. Beyond that every example is held out once and shown
/// to what was learnt from the others ([Rehearsal]): when that is sure of another intent, the
/// author hears of it. Bots with more than [#MOST_EXAMPLES] are not tried like that.
final class StolenSentences {
  private static final int MOST_EXAMPLES = 1_500;
  private static final int FEWEST_EXAMPLES = 3;

  /// Being this sure of another intent is no near miss.
  private static final double SURE = 0.9;

  private final List<Sentence> sentences;
  private final List<Finding> findings = new ArrayList<>();

  private StolenSentences(List<Sentence> sentences) {
    this.sentences = sentences;
  }

  private record Key(String intent, String sentence) {}

  static List<Finding> find(Bot bot, Supplier<Rehearsal> rehearsal) {
    StolenSentences search = new StolenSentences(Sentence.all(bot));
    search.shared();
    if (search.findings.isEmpty()
        && bot.intents().size() > 1
        && search.sentences.size() <= MOST_EXAMPLES) {
      search.heldOut(rehearsal.get().tried());
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

  private void heldOut(List<Tried> all) {
    Map<Key, Tried> bySentence = new HashMap<>();
    for (Tried tried : all) {
      bySentence.merge(
          new Key(tried.intent(), tried.sentence()), tried, StolenSentences::lessStolen);
    }
    Map<String, Integer> examples = new HashMap<>();
    sentences.forEach(one -> examples.merge(one.intent().id(), 1, Integer::sum));
    for (Sentence sentence : sentences) {
      String intent = sentence.intent().id();
      Tried tried = bySentence.get(new Key(intent, Rehearsal.sentence(sentence.text())));
      if (tried != null && examples.getOrDefault(intent, 0) >= FEWEST_EXAMPLES) {
        judge(sentence, tried.best());
      }
    }
  }

  /// An example with places was tried with several words in them: only what is stolen with each
  /// of them is.
  private static Tried lessStolen(Tried one, Tried other) {
    if (one.best().intent().equals(one.intent())) {
      return one;
    }
    boolean milder =
        other.best().intent().equals(other.intent()) || other.best().score() < one.best().score();
    return milder ? other : one;
  }

  private void judge(Sentence sentence, IntentScore best) {
    if (isBare(sentence)) {
      return;
    }
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
