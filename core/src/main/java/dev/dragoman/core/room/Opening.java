package dev.dragoman.core.room;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Staff.Group;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A conversation comes to the humans: which group it waits for, and the room it gets.
public final class Opening {
  private Opening() {}

  /// How a room is asked for. `group` is where it waits, null for a room of no group.
  public record Wish(
      @Nullable Group group,
      Desk desk,
      RoomEvent.Cause cause,
      Value.Obj memo,
      @Nullable String back,
      RoomEvent.Context context) {}

  /// The first that is open and has somebody online, else the first that is open, else the first.
  public static Optional<Group> choose(List<Integer> numbers, Staff staff) {
    List<Group> known =
        numbers.stream().map(staff::group).flatMap(Optional::stream).distinct().toList();
    return known.stream()
        .filter(group -> group.open() && group.online())
        .findFirst()
        .or(() -> known.stream().filter(Group::open).findFirst())
        .or(() -> known.stream().findFirst());
  }

  /// The room in its queue.
  public static Step.Moved open(Wish wish, Setting setting) {
    Group group = wish.group();
    int number = group == null ? 0 : group.number();
    Room room =
        new Room(
            setting.names().rooms().get(),
            new Room.Origin(wish.desk(), number, setting.nanos(), wish.memo(), wish.back()),
            new Room.Queued(number, setting.nanos(), setting.nanos()),
            group == null ? setting.rules() : group.rules());
    return new Step.Moved(
        room,
        List.of(
            new RoomEvent.Queued(room.ref(), number, wish.desk(), wish.cause(), wish.context())));
  }
}
