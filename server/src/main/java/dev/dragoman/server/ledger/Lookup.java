package dev.dragoman.server.ledger;

import java.util.List;

/// What a batch locks and looks up. Conversations are sorted; the other lists are answered by
/// position.
///
/// @param patient whether to wait for rows held elsewhere, up to the lock time-out
/// @param staff whether groups and agents are looked up too
record Lookup(
    int workspace, boolean patient, Rows rows, List<Attempt.Mark> attempts, boolean staff) {

  /// The rows to lock or to find.
  record Rows(
      List<String> conversations,
      List<InputId.Key> inputIds,
      List<LineKey.OfAddress> addresses,
      List<IdentityKey> identities) {}

  /// An identity by its keyed hash.
  record IdentityKey(String realm, String hash) {}
}
