package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.store.DeskRooms;
import java.util.Optional;

/// The rooms whose humans sit at the developer's desk. Thread-safe.
public interface HumanRooms {
  /// The room of that 24-hex id; empty for one the desk was not told of.
  Optional<DeskRooms.Place> find(int workspace, String roomId);

  /// The desk is about to be told of this room.
  void note(int workspace, String roomId, DeskRooms.Place place);

  /// Those of this store.
  static HumanRooms of(DeskRooms rooms) {
    return new HumanRooms() {
      @Override
      public Optional<DeskRooms.Place> find(int workspace, String roomId) {
        return rooms.find(workspace, roomId);
      }

      @Override
      public void note(int workspace, String roomId, DeskRooms.Place place) {
        rooms.note(workspace, roomId, place);
      }
    };
  }
}
