package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.intent.IntentExamples;
import dev.dragoman.core.understand.intent.IntentModel;
import dev.dragoman.core.understand.intent.IntentScores;
import dev.dragoman.core.understand.intent.IntentTrainer;
import dev.dragoman.core.understand.intent.TrainingSet;
import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Hears with a model learnt from the bot's own examples and the lists it declares.
///
/// Immutable and thread-safe. Learning takes about a tenth of a second for 300 examples.
public final class BotEar implements Ear {
  private static final int HEARD = 8;

  private final Bot bot;
  private final IntentModel model;
  private final Recognisers recognisers;
  private final List<Word> words;

  /// A declared word or phrase, folded, and what it stands for.
  private record Word(String folded, String entity, String value) {}

  /// Learns the bot's intents; `recognisers` find what needs no declaring.
  public BotEar(Bot bot, Recognisers recognisers) {
    this.bot = bot;
    this.recognisers = recognisers;
    this.words = words(bot.entities());
    this.model =
        IntentTrainer.train(new TrainingSet(bot.intents().stream().map(this::taught).toList()));
  }

  private static List<Word> words(List<EntityList> entities) {
    List<Word> words = new ArrayList<>();
    for (EntityList entity : entities) {
      entity
          .synonymsByValue()
          .forEach(
              (value, synonyms) -> {
                words.add(new Word(Folding.fold(value), entity.name(), value));
                synonyms.forEach(
                    synonym -> words.add(new Word(Folding.fold(synonym), entity.name(), value)));
              });
    }
    words.sort(Comparator.comparingInt((Word word) -> -word.folded().length()));
    return words;
  }

  private IntentExamples taught(Intent intent) {
    List<String> examples = new ArrayList<>();
    intent
        .examples()
        .values()
        .forEach(texts -> texts.forEach(text -> expand(text, intent, examples)));
    return new IntentExamples(
        intent.id(), intent.name(), examples, intent.priority(), OptionalDouble.empty());
  }

  /// `{size}` becomes each declared value once; a slot of another kind is left out.
  private void expand(String example, Intent intent, List<String> examples) {
    int open = example.indexOf('{');
    int close = example.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      examples.add(example.strip());
      return;
    }
    String slot = example.substring(open + 1, close);
    String before = example.substring(0, open);
    String after = example.substring(close + 1);
    List<String> values = values(slot, intent);
    if (values.isEmpty()) {
      expand(before + " " + after, intent, examples);
    }
    values.forEach(value -> expand(before + value + after, intent, examples));
  }

  private List<String> values(String slot, Intent intent) {
    String entity =
        intent.parameters().stream()
            .filter(parameter -> parameter.name().equals(slot))
            .map(Intent.Parameter::entity)
            .findFirst()
            .orElse(slot);
    return bot.entities().stream()
        .filter(list -> list.name().equals(entity))
        .flatMap(list -> list.synonymsByValue().entrySet().stream())
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getValue().isEmpty() ? one.getKey() : one.getValue().getFirst())
        .limit(5)
        .toList();
  }

  @Override
  public Understood hear(String text, String language) {
    IntentScores scores = model.score(text);
    List<Understood.Scored> intents =
        scores.top(HEARD).stream()
            .map(
                one ->
                    new Understood.Scored(
                        one.intent(), one.score(), scores.repeated().contains(one.intent())))
            .toList();
    boolean covered = scores.coverage() >= model.rules().coverage();
    return new Understood(
        bot.version(), null, intents, model.rules().threshold(), covered, spans(text, language));
  }

  private List<EntitySpan> spans(String text, String language) {
    List<EntitySpan> spans = new ArrayList<>(declared(text));
    Language spoken = Language.ofTag(language);
    recognisers.byType().values().forEach(one -> spans.addAll(one.find(text, spoken, null)));
    return spans;
  }

  /// The longest declared words, each entity's value once, where they stand as whole words.
  private List<EntitySpan> declared(String text) {
    String padded = " " + Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    List<EntitySpan> spans = new ArrayList<>();
    for (Word word : words) {
      boolean first = spans.stream().noneMatch(span -> span.type().equals(word.entity()));
      if (first && !word.folded().isBlank() && padded.contains(" " + word.folded() + " ")) {
        spans.add(new EntitySpan(word.entity(), 0, text.length(), text, word.value(), Map.of()));
      }
    }
    return spans;
  }
}
