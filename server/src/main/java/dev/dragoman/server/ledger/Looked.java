package dev.dragoman.server.ledger;

import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.TeamRow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a batch found under its locks.
///
/// @param locked the conversations whose rows this batch holds
/// @param contacts by conversation, also of those held elsewhere: what is missing here does not
///     exist
/// @param attempts the marks that were found committed
record Looked(
    Clock clock,
    Map<String, LockedRow> locked,
    Map<String, ContactRow> contacts,
    Claims claims,
    Set<Attempt.Mark> attempts,
    People people) {

  /// Groups and agents of the workspace; empty when nobody `looked`.
  record People(boolean looked, List<TeamRow> teams, List<AgentRow> agents) {}

  /// The workspace's revision (-1: there is no such workspace) and the database's time.
  record Clock(long revision, long nowNanos) {}

  /// The row of a conversation as it was read under the lock.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record LockedRow(int version, byte[] state) {}

  /// A contact as it was read.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record ContactRow(String id, int version, byte[] body) {}

  /// What is taken already.
  record Claims(
      Map<InputId.Key, SeenInput> inputIds,
      Map<LineKey.OfAddress, String> addresses,
      Map<Lookup.IdentityKey, ContactRow> identities) {}

  /// What an input id came to.
  record SeenInput(String requestHash, String turnId, String conversationId, long firstSequence) {}
}
