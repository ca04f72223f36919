package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Leg;
import java.util.List;
import java.util.Map;

/// The store of a [SeededWorld], where everything goes wrong on purpose, and what stands in it.
interface Scene {
  LedgerDatabase database();

  /// What other nodes do between two steps of a batch.
  void meanwhile(Runnable others);

  /// Something may have changed by itself since the last step.
  void pass();

  /// So much time goes by, where that can be said.
  void pass(long nanos);

  long nowNanos();

  /// An agent comes or goes.
  void present(String agentId, boolean online);

  /// Which room has which seat: the room's id by agent and number.
  Map<String, String> seats();

  /// State and agent of every room as lists show them, by its id.
  Map<String, String> rooms();

  List<Leg> legsOf(String conversationId, String turnId);

  /// All legs of all conversations, in order.
  Map<String, List<Writes.LegRow>> legs();

  /// The version and state of a conversation.
  Looked.LockedRow row(String conversationId);

  long addressCount();

  long conversationCount();

  long timerCount();

  /// Conversations whose version is not the number of their legs, and turns that settled twice.
  long unsoundCount();

  /// A node that was killed in the middle of a batch: nothing it would have said was said.
  final class NodeKilled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
