package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;

/// What a waiting caller is told.
sealed interface News {
  /// It is over.
  record Over(Outcome outcome) implements News {}

  /// A leg of the turn was committed.
  record LegCommitted(String conversationId, Leg leg, Conversation after) implements News {}

  /// The input id belongs to a turn that is or was driven elsewhere.
  record Seen(String turnId, String conversationId, long firstSequence) implements News {}

  /// The turn was settled by another node: all its legs are to be read.
  record SettledElsewhere() implements News {}
}
