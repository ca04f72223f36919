package dev.dragoman.server.ledger;

/// A lane that a batch claimed for this node: it was idle and has something to tell now.
///
/// @param stream the conversation's id
/// @param position of the last delivery
/// @param sequence everything up to here is told or of no interest
/// @param version of the conversation after the batch: there is no later leg in this claim
public record LaneClaim(
    String stream,
    String endpointId,
    long position,
    long sequence,
    long gap,
    long token,
    int version) {
  /// How long a claim is good without being renewed: afterwards a sweep may take the lane.
  public static final long LEASE_NANOS = 30_000_000_000L;
}
