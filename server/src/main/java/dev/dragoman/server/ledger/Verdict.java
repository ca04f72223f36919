package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch makes of one line.
sealed interface Verdict {
  /// Its row is held elsewhere: the next batch.
  record Deferred() implements Verdict {}

  /// The address has a conversation already: queue for that.
  record Rerouted(String conversationId) implements Verdict {}

  /// The bot is not in memory, or not as fresh as the workspace.
  record NeedsBot(BotCatalog.Wanted wanted) implements Verdict {}

  /// A pending text has to be understood by the version that decides by now, and nothing of the
  /// line goes on before.
  record NeedsUnderstanding(BotCatalog.Wanted bot, Recorder.Stale text) implements Verdict {}

  /// It reads groups and agents, which this batch did not look up.
  record NeedsStaff() implements Verdict {}

  /// An earlier commit that was in doubt turned out to be true.
  record Confirmed(LinePlan plan) implements Verdict {}

  /// To be written and told. `held` are repeats of an input of this very batch: they see it in the
  /// next. `made` is the address that this line claims.
  record Planned(LinePlan plan, List<Entry> held, @Nullable Made made) implements Verdict {}

  /// A conversation made for an address.
  record Made(LineKey.OfAddress address, Conversation.Address identities) {}
}
