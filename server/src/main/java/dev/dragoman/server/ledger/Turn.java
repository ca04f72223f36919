package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import java.util.List;

/// A turn as far as it is committed: its legs in order.
///
/// @param after the state after the last leg of the turn when this node committed it, else the
///     state as it stands now
public record Turn(String turnId, String conversationId, List<Leg> legs, Conversation after) {
  /// Copies the list.
  public Turn {
    legs = List.copyOf(legs);
  }

  /// Whether the answer is complete.
  public boolean settled() {
    return !legs.isEmpty() && legs.getLast().told().settled();
  }
}
