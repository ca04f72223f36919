package dev.dragoman.core.check;

/// Which element of a bot is meant: the id of a story, step or intent, and the part of it.
///
/// Parts are `next[1]`, `links[0]`, `ask`, `ask.closed[2]`, `ask.catch-all`, `ask.timeout`,
/// `webhook`, `examples.es[3]`, `actions[0]`, `actions[0].buttons[2]`, and the same actions under
/// `fallback.` or `ask.not-understood.`; empty for the element itself. Everything counts from 0.
public record Spot(String id, String part) {
  /// The element itself.
  static Spot of(String id) {
    return new Spot(id, "");
  }

  /// A part of this part.
  Spot in(String name) {
    return new Spot(id, part.isEmpty() ? name : part + "." + name);
  }

  /// One of the things of this part.
  Spot at(String name, int index) {
    return in(name + "[" + index + "]");
  }
}
