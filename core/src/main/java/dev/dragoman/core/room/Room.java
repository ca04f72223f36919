package dev.dragoman.core.room;

import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// One engagement of humans in a conversation, while it is open.
///
/// `rules` are those of the group it is in; everything that has to ring for it follows from this
/// state alone ([Alarms]).
public record Room(Ids ids, Origin origin, Stage stage, Rules rules) {
  /// The names of a room, minted once: its UUID and 24-hex id, the UUID of its place in the queue
  /// and an opaque token for whoever queued it.
  public record Ids(String uuid, String hex, String queueId, String token) {}

  /// Where it comes from. `memo` is what a door wants back with everything told of the room;
  /// `back` the step the bot enters when the room is closed, or null.
  public record Origin(
      Desk desk, int group, long queuedNanos, Value.Obj memo, @Nullable String back) {}

  /// How far it has come. `group` is 0 for a room of no group.
  public sealed interface Stage {
    /// The group it is in.
    int group();
  }

  /// It waits for an agent. `placeNanos` is its place in the queue, the oldest goes first;
  /// `sinceNanos` is when it began to wait this time.
  public record Queued(int group, long placeNanos, long sinceNanos) implements Stage {}

  /// An agent has it, on the seat of this number (0 at a desk outside).
  public record Attended(int group, Agent agent, int seat, Silence silence) implements Stage {}

  /// Who owes a word since when; `step` counts the reminders a silent contact got.
  public record Silence(Party awaited, long sinceNanos, int step) {}

  /// The two sides of a room.
  public enum Party {
    AGENT,
    CONTACT
  }

  /// The same at another stage.
  public Room at(Stage next) {
    return new Room(ids, origin, next, rules);
  }

  /// The same at another stage, under the rules of another group.
  public Room at(Stage next, Rules otherRules) {
    return new Room(ids, origin, next, otherRules);
  }

  /// The same whose door wants this back too, in place of what it wanted under the same names.
  public Room remembering(Value.Obj more) {
    Value.Obj memo = Value.Obj.builder().setAll(origin.memo()).setAll(more).build();
    Origin other =
        new Origin(origin.desk(), origin.group(), origin.queuedNanos(), memo, origin.back());
    return new Room(ids, other, stage, rules);
  }

  /// The agent who has it, or null while it waits.
  public @Nullable Agent agent() {
    return stage instanceof Attended attended ? attended.agent() : null;
  }

  /// What every event of this room carries.
  public RoomEvent.Ref ref() {
    return new RoomEvent.Ref(ids, origin.memo());
  }
}
