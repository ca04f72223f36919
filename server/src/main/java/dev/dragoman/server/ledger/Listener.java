package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.Kind;
import java.util.List;
import java.util.Set;

/// An endpoint that hears of a bot's conversations.
///
/// @param paused whether it is not called at the moment: its lanes wait
public record Listener(String endpointId, Set<Kind> kinds, boolean paused) {
  /// Copies the set.
  public Listener {
    kinds = Set.copyOf(kinds);
  }

  /// The first sequence of the first leg that it hears something of, or -1.
  long first(List<Decision.Decided> legs) {
    for (Decision.Decided leg : legs) {
      if (hears(leg.leg().told().events())) {
        return leg.leg().firstSequence();
      }
    }
    return -1;
  }

  private boolean hears(List<Event> events) {
    for (Event event : events) {
      if (Kind.of(event).filter(kinds::contains).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
