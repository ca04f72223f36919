package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.store.Bots;
import java.util.List;
import java.util.Optional;

/// The published stories of a workspace by their numbers. Thread-safe.
final class Polls {
  private final Bots bots;
  private final BotShelf shelf;

  Polls(Bots bots, BotShelf shelf) {
    this.bots = bots;
    this.shelf = shelf;
  }

  /// A story and its bot.
  record Poll(Bot bot, Story story) {}

  /// All of them, bot by bot.
  List<Poll> all(int workspace) {
    return bots.all(workspace).stream()
        .flatMap(listed -> shelf.published(new BotKey(workspace, listed.id())).stream())
        .flatMap(bot -> bot.stories().stream().map(story -> new Poll(bot, story)))
        .toList();
  }

  /// The story of that number as it is written in a path; foreign ones are unknown.
  Optional<Poll> find(int workspace, String number) {
    return number.matches("[0-9]{1,10}")
        ? all(workspace).stream()
            .filter(poll -> poll.story().number() == Long.parseLong(number))
            .findFirst()
        : Optional.empty();
  }
}
