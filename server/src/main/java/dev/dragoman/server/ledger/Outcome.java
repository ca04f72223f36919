package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.room.RoomRefusal;

/// What a submission comes to. Only [Committed] and [Repeated] changed anything.
public sealed interface Outcome {
  /// The turn is settled, committed and flushed.
  record Committed(Turn turn) implements Outcome {}

  /// The input id was seen before; this is what it came to then.
  record Repeated(Turn turn) implements Outcome {}

  /// The input id was seen with another request (422).
  record ConflictingRepeat(String turnId) implements Outcome {}

  /// An expected "no" of the decision: nothing is recorded.
  record Refused(Decision.Refusal refusal) implements Outcome {}

  /// A move of a room was refused, by name: nothing is recorded.
  record RoomRefused(RoomRefusal refusal) implements Outcome {}

  /// There is no such workspace, conversation or bot: foreign ones answer alike.
  record NotFound(What what) implements Outcome {}

  /// What was not found.
  enum What {
    WORKSPACE,
    CONVERSATION,
    BOT
  }

  /// Nothing was done, and it may be tried again.
  record Overloaded(Bottleneck where, int retryAfterSeconds) implements Outcome {}

  /// What is full.
  enum Bottleneck {
    /// As many inputs wait for this conversation as may (429).
    CONVERSATION,
    /// As many inputs wait on this node or of this workspace as may (503).
    QUEUE,
    /// The conversation's row was held elsewhere for too long (503).
    ROW
  }

  /// Understand the input again with this bot version and come back with the same turn id.
  record NeedsVersion(int botVersion) implements Outcome {}

  /// The input cannot be decided or written; it was recorded and is never retried.
  record Poisoned(String code) implements Outcome {}

  /// Not known, or not settled in time (503): the same input id tells later.
  record Unknown() implements Outcome {}
}
