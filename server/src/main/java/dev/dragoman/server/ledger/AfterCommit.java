package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Decision;
import java.util.List;

/// Told what was committed, on the committer's thread: hand over and return, never block or throw.
@FunctionalInterface
public interface AfterCommit {
  /// Legs of one conversation in order, with their work: hooks to call, hints to push.
  void committed(int workspace, String conversationId, List<Decision.Decided> legs);

  /// Lanes of that conversation were idle and are this node's now, with the legs they have to tell.
  default void claimed(
      int workspace, String conversationId, List<Decision.Decided> legs, List<LaneClaim> claims) {}

  /// A batch of so many legs was committed in so many round trips, before its lines are told one by
  /// one.
  default void batch(int legs, int roundTrips) {}

  /// Tells of commits to this one, then to another; of lanes and batches it tells nobody.
  default AfterCommit and(AfterCommit next) {
    return (workspace, conversationId, legs) -> {
      committed(workspace, conversationId, legs);
      next.committed(workspace, conversationId, legs);
    };
  }
}
