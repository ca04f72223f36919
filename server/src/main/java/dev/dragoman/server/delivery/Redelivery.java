package dev.dragoman.server.delivery;

import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Lanes;
import java.util.List;
import java.util.Optional;

/// Tells again what was told or given up: one, all failed since a time, a range. Thread-safe.
///
/// What is told again goes on lanes of its own beside the stream's lane, with the same ids and
/// bytes and the positions it had; a lane that is held by it goes on instead.
public final class Redelivery {
  /// How many at once; the rest is asked for again.
  public static final int MOST = 1_000;

  private final Lanes lanes;
  private final Deliveries deliveries;

  /// Works on these.
  public Redelivery(Lanes lanes, Deliveries deliveries) {
    this.lanes = lanes;
    this.deliveries = deliveries;
  }

  /// One delivery; empty when this endpoint was never told of it.
  public Optional<Integer> one(Endpoint.Key key, String stream, long sequence) {
    return deliveries
        .last(key.workspace(), key.id(), stream, sequence)
        .map(last -> begin(key, List.of(last)));
  }

  /// Everything that was given up since then and not delivered later; returns how many begin.
  public int failedSince(Endpoint.Key key, long sinceNanos) {
    return begin(key, deliveries.dead(key.workspace(), key.id(), sinceNanos, MOST));
  }

  /// All events of a conversation from one sequence to another that the endpoint hears of, in
  /// order, whether they were told before or not.
  public int range(Endpoint.Key key, String stream, long from, long to) {
    return lanes.again(key.workspace(), key.id(), List.of(new Lanes.Again(stream, from, to, 0)));
  }

  private int begin(Endpoint.Key key, List<Deliveries.Dead> which) {
    List<Lanes.Again> wanted =
        which.stream()
            .map(
                one ->
                    new Lanes.Again(one.stream(), one.sequence(), one.sequence(), one.position()))
            .toList();
    return lanes.again(key.workspace(), key.id(), wanted);
  }
}
