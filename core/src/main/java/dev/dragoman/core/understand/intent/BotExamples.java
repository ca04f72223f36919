package dev.dragoman.core.understand.intent;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.bot.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/// What intents are taught with: the author's sentences, their `{places}` filled with declared
/// values and synonyms, so that a model knows the words people will use there.
public final class BotExamples {
  /// Sentences made of one with places: enough for every word of a short list to be seen.
  private static final int VARIANTS = 6;

  private static final Map<String, String> SAMPLES =
      Map.of(
          "number", "2",
          "money", "20 euros",
          "percentage", "10 %",
          "date", "2026-11-20",
          "time", "10:30",
          "email", "ada@example.com",
          "phone", "+34 600 000 000");

  private final Map<String, List<String>> wordsByEntity = new TreeMap<>();

  private BotExamples(Bot bot) {
    bot.entities().forEach(list -> wordsByEntity.put(list.name(), words(list)));
  }

  private static List<String> words(EntityList list) {
    TreeSet<String> words = new TreeSet<>();
    list.synonymsByValue()
        .forEach(
            (value, synonyms) -> {
              words.add(value);
              words.addAll(synonyms);
            });
    return List.copyOf(words);
  }

  /// The sentences of all intents. All languages of an intent teach one model: people mix them.
  public static TrainingSet of(Bot bot) {
    BotExamples examples = new BotExamples(bot);
    return new TrainingSet(bot.intents().stream().map(examples::of).toList());
  }

  private IntentExamples of(Intent intent) {
    TreeSet<String> sentences = new TreeSet<>();
    intent.examples().values().forEach(sentences::addAll);
    TreeMap<String, String> origins = new TreeMap<>();
    for (String sentence : sentences) {
      filled(sentence, intent).forEach(example -> origins.putIfAbsent(example, sentence));
    }
    return new IntentExamples(
        intent.id(),
        intent.name(),
        List.copyOf(origins.keySet()),
        intent.priority(),
        intent.threshold() == null ? OptionalDouble.empty() : OptionalDouble.of(intent.threshold()),
        origins);
  }

  private List<String> filled(String sentence, Intent intent) {
    if (sentence.indexOf('{') < 0) {
      return List.of(sentence);
    }
    List<String> filled = new ArrayList<>();
    for (int variant = 0; variant < VARIANTS; variant++) {
      filled.add(fill(sentence, intent, variant));
    }
    return filled;
  }

  private String fill(String sentence, Intent intent, int variant) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    int open = sentence.indexOf('{');
    while (open >= 0) {
      int close = sentence.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = sentence.substring(open + 1, close).strip();
      filled.append(sentence, from, open).append(word(name, intent, variant + filled.length()));
      from = close + 1;
      open = sentence.indexOf('{', from);
    }
    return filled.append(sentence.substring(from)).toString();
  }

  private String word(String place, Intent intent, int variant) {
    String entity =
        intent.parameters().stream()
            .filter(parameter -> parameter.name().equals(place))
            .map(Intent.Parameter::entity)
            .findFirst()
            .orElse(place);
    List<String> words = wordsByEntity.getOrDefault(entity, List.of());
    return words.isEmpty() ? SAMPLES.getOrDefault(entity, "") : words.get(variant % words.size());
  }
}
