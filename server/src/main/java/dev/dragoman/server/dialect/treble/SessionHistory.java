package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Legs;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks through the legs of one session, oldest first, holding one piece of them at a time.
final class SessionHistory {
  private static final int PIECE = 500;

  private final Legs legs;

  SessionHistory(Legs legs) {
    this.legs = legs;
  }

  /// One event of the session and the leg it stands in.
  record Told(Leg leg, int index) {
    Event event() {
      return leg.told().events().get(index);
    }

    long atNanos() {
      return leg.moment().epochNanos() + index;
    }
  }

  /// Where the walk is: before the session, in it, or after it.
  private static final class Walk {
    private final String sessionId;
    private final Consumer<Told> each;
    private boolean begun;
    private boolean over;

    Walk(String sessionId, Consumer<Told> each) {
      this.sessionId = sessionId;
      this.each = each;
    }

    void take(Leg leg) {
      for (int i = 0; i < leg.told().events().size(); i++) {
        String opened = opens(leg, i);
        if (opened != null) {
          over = over || (begun && !opened.equals(sessionId));
          begun = begun || opened.equals(sessionId);
        }
        if (begun && (!over || isLate(leg.told().events().get(i)))) {
          each.accept(new Told(leg, i));
        }
      }
    }

    /// What becomes of a message may be told when the next session has begun.
    private static boolean isLate(Event event) {
      return event instanceof Event.MessageStatus;
    }

    /// The session that begins with this event: its start, or the words right before that, which
    /// opened it.
    private static @Nullable String opens(Leg leg, int index) {
      List<Event> events = leg.told().events();
      int start =
          events.get(index) instanceof Event.Received && index + 1 < events.size()
              ? index + 1
              : index;
      return events.get(start) instanceof Event.SessionStarted(var id, _) ? id : null;
    }
  }

  /// Tells every event of the session, and whatever a channel reports later; false when the
  // conversation never had it.
  boolean walk(int workspace, String conversationId, String sessionId, Consumer<Told> each) {
    Walk walk = new Walk(sessionId, each);
    Optional<Long> next = Optional.of(0L);
    while (next.isPresent()) {
      next = piece(workspace, conversationId, next.get(), walk);
    }
    return walk.begun;
  }

  /// Legs without events share their sequence with the next one, which alone has something to tell.
  private Optional<Long> piece(int workspace, String conversationId, long from, Walk walk) {
    int limit = PIECE;
    while (true) {
      var piece = legs.from(workspace, conversationId, from, limit);
      long end = piece.isEmpty() ? from : end(piece.getLast());
      if (piece.size() == limit && end == from) {
        limit *= 2;
      } else {
        piece.forEach(walk::take);
        return piece.size() < limit ? Optional.empty() : Optional.of(end);
      }
    }
  }

  private static long end(Leg leg) {
    return leg.firstSequence() + leg.told().events().size();
  }
}
