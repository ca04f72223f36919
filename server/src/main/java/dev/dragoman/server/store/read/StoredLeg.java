package dev.dragoman.server.store.read;

import dev.dragoman.core.conversation.Leg;
import org.jspecify.annotations.Nullable;

/// A leg as it is stored; `leg` is null when it was erased: then only the envelope is left.
public record StoredLeg(Envelope envelope, @Nullable Leg leg) {

  /// What stays of a leg whatever happens.
  ///
  /// @param leg counts the legs of the conversation from 1
  /// @param atNanos since 1970
  public record Envelope(
      int leg, String turnId, long firstSequence, long atNanos, boolean settled) {}
}
