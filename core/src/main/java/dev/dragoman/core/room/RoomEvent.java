package dev.dragoman.core.room;

import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// Something that became true of a room, with everything a rendering of it needs.
public sealed interface RoomEvent {
  /// Which room.
  Ref ref();

  /// The room's names, and what its door wants back.
  record Ref(Room.Ids ids, Value.Obj memo) {}

  /// It waits in the queue of a group (0: of none). `question` is the contact's last word before,
  /// `answer` the bot's; both may be empty.
  record Queued(Ref ref, int group, Desk desk, Cause cause, Context context) implements RoomEvent {}

  /// What was said last before a room was queued.
  record Context(String question, String answer) {}

  /// An agent has it.
  record Attended(Ref ref, Agent agent, int group) implements RoomEvent {}

  /// It goes to another group, to another agent (`target`), or back to the queue of its own group.
  /// `by` is the agent it leaves, or null.
  record Transferred(Ref ref, Route route, @Nullable Agent target, @Nullable Agent by)
      implements RoomEvent {}

  /// From one group to one, which may be the same, and why.
  record Route(int from, int to, Why why) {}

  /// One message. `agent` is set when an agent wrote it; `group` is the one the room is in.
  record Message(
      Ref ref, String messageId, Author author, @Nullable Agent agent, int group, Content content)
      implements RoomEvent {}

  /// It is over. `agent` had it, or null if nobody did.
  record Closed(Ref ref, Reason reason, @Nullable Agent agent, int group) implements RoomEvent {}

  /// Its agent was silent for too long and gets no new rooms until they come back.
  record AgentPaused(Ref ref, Agent agent) implements RoomEvent {}

  /// What brought a conversation to the humans.
  enum Cause {
    /// A step of a story.
    STEP,
    /// The bot did not understand, again and again.
    FALLBACK,
    /// The contact asked for it in so many words.
    WORDS,
    /// A caller of an API.
    API
  }

  /// Why a room was moved.
  enum Why {
    /// Its agent wanted it.
    AGENT,
    /// A caller of an API wanted it.
    API,
    /// Its agent was silent for too long.
    AGENT_SILENT,
    /// Its agent is not there any more.
    AGENT_GONE
  }

  /// Who wrote a message.
  enum Author {
    CONTACT,
    AGENT,
    TRIGGER
  }

  /// Why a room was closed.
  enum Reason {
    /// Its agent closed it.
    AGENT,
    /// The contact, or whoever speaks for them.
    CONTACT,
    /// A trigger: the contact or the agent was silent for too long.
    TRIGGER,
    /// It waited too long in the queue.
    QUEUE_CLEANING,
    /// A caller of an API.
    API
  }
}
