package dev.dragoman.core.room;

import org.jspecify.annotations.Nullable;

/// Why a move was refused, and which agent stands in its way (null: none does).
public record RoomRefusal(Code code, @Nullable Agent by) {
  /// The ways to be refused.
  public enum Code {
    /// No room is open in this conversation.
    NO_ROOM,
    /// That room is closed.
    ROOM_CLOSED,
    /// An agent has it already.
    TAKEN,
    /// Nobody has it yet.
    NOT_ATTENDED,
    /// Another agent has it.
    NOT_YOURS,
    /// Its humans sit at a desk outside, or the other way round.
    ANOTHER_DESK,
    /// There is no such group.
    UNKNOWN_GROUP,
    /// The group is not served now.
    GROUP_CLOSED,
    /// It is in that group already.
    OWN_GROUP,
    /// There is no such agent.
    UNKNOWN_AGENT,
    /// That agent has it already.
    OWN_AGENT,
    /// All seats of the agent are taken.
    AGENT_FULL,
    /// The agent is paused or not online.
    AGENT_AWAY
  }

  static RoomRefusal of(Code code) {
    return new RoomRefusal(code, null);
  }
}
