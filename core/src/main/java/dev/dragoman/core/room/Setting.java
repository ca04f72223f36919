package dev.dragoman.core.room;

import java.util.function.Supplier;

/// What a transition may read besides the room: the staff, the time in nanoseconds since 1970, the
/// rules of a room without a group, and where new names come from.
public record Setting(Staff staff, long nanos, Rules rules, Names names) {
  /// Where the names of rooms and messages come from.
  public record Names(Supplier<Room.Ids> rooms, Supplier<String> messages) {}
}
