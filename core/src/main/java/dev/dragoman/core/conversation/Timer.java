package dev.dragoman.core.conversation;

import dev.dragoman.core.room.Alarms.Alarm;

/// Something that happens by itself when its time has come. `generation` is unique within the
/// conversation; a timer row whose generation is not in the state any more does nothing.
public record Timer(int generation, long dueNanos, Purpose purpose) {
  /// Whether it is there for the hook of this call.
  public boolean watchesFor(String callId) {
    return purpose instanceof Purpose.HookLate(var watched) && watched.equals(callId);
  }

  /// What a timer is for.
  public sealed interface Purpose {
    /// The contact did not answer the question of this step.
    record QuestionSilent(String stepId) implements Purpose {}

    /// The hook of this call did not answer in time.
    record HookLate(String callId) implements Purpose {}

    /// Something of the room has lasted too long.
    record RoomAlarm(Alarm alarm) implements Purpose {}
  }
}
