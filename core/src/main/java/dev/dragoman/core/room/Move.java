package dev.dragoman.core.room;

import dev.dragoman.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something done to a room from outside. `room` is the hex id it is meant for, or null for
/// whichever is open; `by` the id of the agent who does it, or null for a caller who may do it to
/// every room.
public sealed interface Move {
  /// The room it is meant for, or null.
  @Nullable String room();

  /// Queue for the first of these groups that is open and has somebody online, or is open, or is
  /// there at all; for none when the list is empty.
  record Queue(List<Integer> groups, Desk desk, RoomEvent.Cause cause, Value.Obj memo)
      implements Move {
    /// Copies the list.
    public Queue {
      groups = List.copyOf(groups);
    }

    @Override
    public @Nullable String room() {
      return null;
    }
  }

  /// The agent takes the room out of the queue.
  record Attend(@Nullable String room, String agentId) implements Move {}

  /// The room is given to an agent who is online: what an assigner does, and only to a room that
  /// still waits.
  record Assign(@Nullable String room, String agentId) implements Move {}

  /// A message to the contact. At a desk outside, `by` is null and the first one attends the room.
  record Say(@Nullable String room, @Nullable String by, Content content) implements Move {}

  /// To another group.
  record ToGroup(@Nullable String room, @Nullable String by, int group) implements Move {}

  /// To another agent.
  record ToAgent(@Nullable String room, @Nullable String by, String agentId) implements Move {}

  /// Back to the queue of its group.
  record Requeue(@Nullable String room, @Nullable String by) implements Move {}

  /// This agent is gone: whatever they had waits again.
  record AgentGone(@Nullable String room, String agentId) implements Move {}

  /// The presence of this agent ran out: whatever they had waits again, unless they are back.
  record AgentAway(@Nullable String room, String agentId) implements Move {}

  /// The end.
  record Close(@Nullable String room, @Nullable String by, RoomEvent.Reason reason)
      implements Move {}
}
