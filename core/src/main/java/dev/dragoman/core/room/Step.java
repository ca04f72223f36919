package dev.dragoman.core.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transition comes to.
public sealed interface Step {
  /// The room as it is now, or null when it is closed, and what is to be told.
  record Moved(@Nullable Room after, List<RoomEvent> events) implements Step {
    /// Copies the list.
    public Moved {
      events = List.copyOf(events);
    }
  }

  /// An expected "no": nothing changes.
  record Refused(RoomRefusal refusal) implements Step {}
}
