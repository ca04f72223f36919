package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Understood.Scored;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.LanguageGuess;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.intent.IntentModel;
import dev.dragoman.core.understand.intent.IntentScore;
import dev.dragoman.core.understand.intent.IntentScores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What understanding makes of texts for one version of a bot: everything that depends on the text
/// and the version alone. Immutable and thread-safe; the model is handed in, because it may be
/// dropped from memory between two texts.
final class Candidates {
  /// How many intents are recorded: what scores less is nobody's meaning.
  private static final int RECORDED = 6;

  /// The confidence from which a guess of the language decides, 0..1.
  private static final double SURE = 0.9;

  private final Bot bot;
  private final EntityFinder entities;
  private final @Nullable LanguageGuess languages;

  /// Prepares what depends on the bot.
  Candidates(Bot bot) {
    List<String> spoken = bot.head().languages().all();
    this.bot = bot;
    this.entities = EntityFinder.of(bot);
    this.languages = spoken.size() < 2 ? null : LanguageGuess.among(spoken);
  }

  /// The candidates of a text; `model` is null for a bot without intents.
  Understood of(String text, @Nullable IntentModel model) {
    String language = languages == null ? null : sure(languages.guess(text));
    String read = language == null ? bot.head().languages().main() : language;
    List<EntitySpan> spans = entities.find(text, Language.ofTag(read));
    if (model == null) {
      return new Understood(bot.version(), language, List.of(), 1, false, spans);
    }
    IntentScores scores = model.score(text);
    return new Understood(
        bot.version(),
        language,
        scored(scores),
        model.rules().threshold(),
        scores.coverage() >= model.rules().coverage(),
        spans);
  }

  /// A guess that is not sure leaves the bot's main language.
  private static @Nullable String sure(LanguageGuess.Guess guess) {
    return guess.confidence() >= SURE ? guess.language() : null;
  }

  private static List<Scored> scored(IntentScores scores) {
    List<Scored> scored = new ArrayList<>();
    for (IntentScore score : scores.top(RECORDED)) {
      boolean exact = scores.repeated().contains(score.intent());
      scored.add(new Scored(score.intent(), score.score(), exact));
    }
    return scored;
  }
}
