package dev.dragoman.server.ledger;

/// What inputs queue for, one after the other.
sealed interface LineKey {
  /// The tenant: a batch belongs to one.
  int workspace();

  /// An existing conversation.
  record OfConversation(int workspace, String id) implements LineKey {}

  /// An address that may have none yet; `peer` is the keyed hash of the identity.
  record OfAddress(int workspace, String botId, String account, String peer, int thread)
      implements LineKey {}
}
