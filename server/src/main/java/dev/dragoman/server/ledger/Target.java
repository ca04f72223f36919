package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;

/// Where a submission goes.
public sealed interface Target {
  /// A conversation that exists.
  record Known(String conversationId) implements Target {}

  /// An address, whose conversation and contact are made when it is new.
  ///
  /// @param identity who writes
  /// @param thread 0 for the only or first one
  /// @param attributes what a contact made for this starts with
  record Addressed(
      String botId, String account, Identity identity, int thread, Value.Obj attributes)
      implements Target {}

  /// A person's name in a realm: the bot's id, `phone`, or a shared realm's name.
  record Identity(String realm, String text) {
    /// Refuses what nobody is called.
    public Identity {
      if (text.isEmpty() || text.length() > Limits.PEER_LENGTH) {
        throw new IllegalArgumentException("an identity has 1 to " + Limits.PEER_LENGTH);
      }
    }
  }
}
