package dev.dragoman.core.conversation;

import dev.dragoman.core.room.RoomRefusal;
import java.util.List;

/// What deciding one input comes to.
public sealed interface Decision {
  /// The new state, the leg to record, and what to do after the commit.
  record Decided(Conversation after, Leg leg, List<Work> work) implements Decision {
    /// Copies the list.
    public Decided {
      work = List.copyOf(work);
    }
  }

  /// The input was understood with another publication than the session runs on: understand it
  /// again with `botVersion` and come back.
  record NeedsVersion(int botVersion) implements Decision {}

  /// The decision reads groups and agents: look them up and come back.
  record NeedsStaff() implements Decision {}

  /// A move of the room is refused, by name: nothing is recorded.
  record RoomRefused(RoomRefusal refusal) implements Decision {}

  /// An expected "no": nothing is recorded.
  record Refused(Refusal refusal) implements Decision {}

  /// The expected ways to be refused.
  enum Refusal {
    /// As many inputs wait for the blocking hook as may.
    TOO_MANY_PENDING,
    /// The target of a click is not in the bot's version.
    UNKNOWN_TARGET,
    /// The timer, hook call or pending input is not there any more: nothing to do.
    STALE,
    /// The new state would be larger than a conversation may be.
    STATE_TOO_LARGE
  }
}
