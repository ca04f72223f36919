package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import java.util.Optional;

/// How the steps of a bot are called.
@FunctionalInterface
interface StepNames {
  /// The name of a step in that publication, or empty if it has no such step.
  Optional<String> of(int version, String stepId);

  /// Those of one bot, asked of the bots in memory.
  static StepNames of(BotShelf bots, BotKey bot) {
    return (version, stepId) ->
        bots.bot(bot, version).flatMap(one -> one.place(stepId)).map(StepNames::name);
  }

  private static String name(Bot.Place place) {
    return place.step().name();
  }
}
