package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Answer;

/// Makes one attempt and says what came of it. Blocks until it is settled. Thread-safe.
interface Sender {
  /// What is sent.
  ///
  /// @param position the lane's own number of this delivery, 0 for one that is told again
  /// @param gaps the positions given up before it, empty for none
  /// @param again whether somebody asked for it once more
  record Outgoing(
      Endpoint endpoint,
      Rendered rendered,
      long position,
      int attempt,
      String gaps,
      boolean again) {}

  /// What came of an attempt.
  ///
  /// @param code why there is no good answer, in a word
  /// @param answer the first 4 KiB of what came back
  /// @param sent whether the receiver may have seen anything: if not, no attempt is counted
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they came, never compared.
  record Sent(Answer heard, String code, byte[] answer, boolean sent) {}

  /// Attempts it.
  Sent send(Outgoing outgoing);
}
