package dev.dragoman.core.understand.closed;

import java.util.ArrayList;
import java.util.List;

/// One label, synonym or example cut down to the words that carry its meaning. Immutable.
///
/// @param answer index of its answer
/// @param source [Rule#LABEL], [Rule#SYNONYM] or [Rule#EXAMPLES]
/// @param parts what a reply has to hold, in this order
/// @param bare whether it has words of grammar only, so that the reply may hold no others
/// @param asked whether it is a question itself
record Phrasing(int answer, Rule source, List<String> parts, boolean bare, boolean asked) {
  /// Stands for any negation.
  static final String NOT = "\u0000not";

  /// The phrase without what a leading "yes," or "no," adds to it.
  static Phrasing of(int answer, Rule source, Reading reading) {
    int from = afterLead(reading);
    List<String> parts = parts(reading, from, false);
    boolean bare = parts.isEmpty() || (parts.size() == 1 && parts.get(0).equals(NOT));
    boolean asked = from < reading.size() && reading.isAsked(from);
    return new Phrasing(answer, source, bare ? parts(reading, from, true) : parts, bare, asked);
  }

  private static int afterLead(Reading reading) {
    for (Reading.Span span : reading.spans) {
      boolean lead = span.from() == 0 && (span.has(Role.YES) || span.has(Role.NO));
      if (lead && span.to() < reading.size() && reading.beginsClause(span.to())) {
        return span.to();
      }
    }
    return 0;
  }

  private static List<String> parts(Reading reading, int from, boolean all) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < reading.size(); i++) {
      if (reading.has(i, Role.NEGATION) && !all) {
        if (parts.isEmpty() || !parts.get(parts.size() - 1).equals(NOT)) {
          parts.add(NOT);
        }
      } else if (all || !reading.isEmpty(i)) {
        parts.add(reading.words.get(i));
      }
    }
    return List.copyOf(parts);
  }
}
