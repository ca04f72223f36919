package dev.dragoman.server.ledger;

/// What was sent to be committed for one conversation while the answer is out: the plan to finish
/// when it turns out to be committed, and the mark to recognise it by.
record Attempt(Mark mark, LinePlan plan) {

  /// The first leg that was written: it is there exactly when the transaction was committed.
  record Mark(String conversationId, long firstSequence, int leg, String turnId) {}
}
