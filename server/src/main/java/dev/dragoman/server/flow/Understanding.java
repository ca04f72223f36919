package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Input;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the candidates of understanding on the caller's thread. Thread-safe.
public final class Understanding {
  /// Stands for whatever is published now.
  public static final int PUBLISHED = 0;

  /// How many intents are recorded: what scores less is nobody's meaning.
  private static final int CANDIDATES = 6;

  private final BotShelf shelf;

  /// Takes bots and their models from this shelf.
  public Understanding(BotShelf shelf) {
    this.shelf = shelf;
  }

  /// The text with its candidates for that version of the bot; unchanged when there is no such
  /// bot, which the ledger then says.
  public Input.Text understood(BotKey key, int version, Input.Text text) {
    Optional<Shelved> shelved = shelf.version(key, version);
    return shelved.isEmpty()
        ? text
        : new Input.Text(text.text(), text.attachments(), candidates(shelved.get(), text.text()));
  }

  private Understood candidates(Shelved shelved, String text) {
    Bot bot = shelved.bot();
    String language = language(shelved, text);
    List<EntitySpan> entities =
        shelved
            .entities()
            .find(
                text, Language.ofTag(language == null ? bot.head().languages().main() : language));
    Optional<IntentModel> model = shelf.model(shelved);
    if (model.isEmpty()) {
      return new Understood(bot.version(), language, List.of(), 1, false, entities);
    }
    IntentScores scores = model.get().score(text);
    return new Understood(
        bot.version(),
        language,
        scored(scores),
        model.get().rules().threshold(),
        scores.coverage() >= model.get().rules().coverage(),
        entities);
  }

  private static List<Scored> scored(IntentScores scores) {
    List<Scored> scored = new ArrayList<>();
    for (IntentScore score : scores.top(CANDIDATES)) {
      boolean exact = scores.repeated().contains(score.intent());
      scored.add(new Scored(score.intent(), score.score(), exact));
    }
    return scored;
  }

  /// The language of the text when the bot speaks more than one.
  private static @Nullable String language(Shelved shelved, String text) {
    LanguageGuess guess = shelved.languages();
    return guess == null ? null : guess.guess(text).language();
  }
}
