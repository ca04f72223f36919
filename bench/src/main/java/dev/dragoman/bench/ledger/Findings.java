package dev.dragoman.bench.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is wrong between what was asked and what arrived; all 0 is right, except [#doubled] when
/// senders were killed.
///
/// @param lost told nowhere although the driver was answered
/// @param phantom told although nobody asked for it
/// @param order what came out of order or under a wrong number
/// @param doubled came again after it was answered 2xx
/// @param bytes what was wrong about bodies
/// @param stuck lanes that did not come to rest
public record Findings(
    long lost, long phantom, Order order, long doubled, Bytes bytes, long stuck) {

  /// @param reordered attempted before what lies ahead of it was settled
  /// @param misnumbered a position that is missing, taken twice, or not always the same
  public record Order(long reordered, long misnumbered) {}

  /// @param changed the same event with another body
  /// @param badSignatures not signed, or wrong
  public record Bytes(long changed, long badSignatures) {}

  /// By name, each with a prefix.
  public Map<String, Double> figures(String prefix) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(prefix + "Lost", (double) lost);
    figures.put(prefix + "Phantom", (double) phantom);
    figures.put(prefix + "Reordered", (double) order.reordered());
    figures.put(prefix + "Misnumbered", (double) order.misnumbered());
    figures.put(prefix + "DoubledAfter2xx", (double) doubled);
    figures.put(prefix + "BodyChanged", (double) bytes.changed());
    figures.put(prefix + "BadSignature", (double) bytes.badSignatures());
    figures.put(prefix + "Stuck", (double) stuck);
    return figures;
  }
}
