package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Moment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides with the version of a bot that a conversation is due, which may change from one leg to
/// the next: a session that ended or was idle for long goes on with what is published.
///
/// Serves one conversation in one batch, or in a replay.
final class Versions implements Decider {
  private final Function<BotCatalog.Wanted, BotCatalog.@Nullable Ready> catalog;
  private BotCatalog.Wanted wanted;
  private BotCatalog.Ready bot;
  private BotCatalog.@Nullable Wanted missing;

  /// Begins with `bot`, which is what the catalog has for `wanted`.
  Versions(
      Function<BotCatalog.Wanted, BotCatalog.@Nullable Ready> catalog,
      BotCatalog.Wanted wanted,
      BotCatalog.Ready bot) {
    this.catalog = catalog;
    this.wanted = wanted;
    this.bot = bot;
  }

  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    Decision decision = bot.decider().decide(before, turnId, input, moment, facts);
    if (!(decision instanceof Decision.NeedsVersion(var version)) || version == wanted.version()) {
      return decision;
    }
    BotCatalog.Wanted other =
        new BotCatalog.Wanted(wanted.workspace(), wanted.revision(), wanted.botId(), version);
    BotCatalog.Ready due = catalog.apply(other);
    if (due == null) {
      missing = other;
      return decision;
    }
    wanted = other;
    bot = due;
    return bot.decider().decide(before, turnId, input, moment, facts);
  }

  /// Who hears of the bot's conversations.
  List<Listener> listeners() {
    return bot.listeners();
  }

  /// The version that was due and is not in memory, or null.
  BotCatalog.@Nullable Wanted missing() {
    return missing;
  }
}
