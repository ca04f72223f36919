package dev.dragoman.core.understand.closed;

/// Which rule accepted a reply, in the order they are tried.
public enum Rule {
  /// The reply is an answer's own id, as a button sends it.
  BUTTON_ID,
  /// A label, alone or inside the reply.
  LABEL,
  /// A synonym, alone or inside the reply, or a usual wording of one ("whatever" for "any").
  SYNONYM,
  /// A place in the list: "2", "b", "the last one".
  POSITION,
  /// Yes, no or "I do not know".
  MEANING,
  /// A number inside an answer's range.
  RANGE,
  /// Words close to those of a label or synonym.
  SIMILARITY,
  /// Words close to the sentences the author gave.
  EXAMPLES,
  /// No rule did: the reply is none of the answers.
  NONE
}
