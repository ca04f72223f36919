package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the legs of one line change of rooms, seats and agents: it follows from the states before
/// and after, and from who was paused.
record RoomRows(
    List<Writes.RoomRow> rooms,
    List<Writes.SeatRow> freed,
    List<Writes.SeatRow> taken,
    List<String> paused) {
  private static final RoomRows NONE = new RoomRows(List.of(), List.of(), List.of(), List.of());

  static RoomRows of(Conversation before, List<Decision.Decided> decided) {
    Map<String, Writes.RoomRow> rooms = new LinkedHashMap<>();
    List<String> paused = new ArrayList<>();
    Room last = room(before);
    for (Decision.Decided one : decided) {
      Room next = room(one.after());
      long at = one.leg().moment().epochNanos();
      if (last != null && (next == null || !next.ids().equals(last.ids()))) {
        rooms.put(last.ids().hex(), row(before, last, "closed", at));
      }
      if (next != null && (last == null || !isWhere(next, last))) {
        String state = next.agent() == null ? "queued" : "attended";
        rooms.put(next.ids().hex(), row(before, next, state, at));
      }
      paused(one, paused);
      last = next;
    }
    Writes.SeatRow sat = seat(room(before));
    Writes.SeatRow sits = seat(last);
    if (rooms.isEmpty()) {
      return NONE;
    }
    boolean moved = sat == null ? sits != null : !sat.equals(sits);
    return new RoomRows(
        List.copyOf(rooms.values()),
        moved && sat != null ? List.of(sat) : List.of(),
        moved && sits != null ? List.of(sits) : List.of(),
        paused);
  }

  private static @Nullable Room room(Conversation state) {
    return state.holder() instanceof Holder.Room(var room, _) ? room : null;
  }

  /// Whether a list shows both alike: who owes a word is not told there.
  private static boolean isWhere(Room next, Room last) {
    return next.ids().equals(last.ids())
        && next.stage().group() == last.stage().group()
        && Objects.equals(next.agent(), last.agent())
        && (next.agent() != null || next.stage().equals(last.stage()));
  }

  private static void paused(Decision.Decided one, List<String> paused) {
    for (Event event : one.leg().told().events()) {
      if (event instanceof Event.InRoom(RoomEvent.AgentPaused(_, var agent))) {
        paused.add(agent.id());
      }
    }
  }

  private static Writes.@Nullable SeatRow seat(@Nullable Room room) {
    return room != null && room.stage() instanceof Room.Attended attended && attended.seat() > 0
        ? new Writes.SeatRow(attended.agent().id(), attended.seat(), room.ids().hex())
        : null;
  }

  private static Writes.RoomRow row(Conversation of, Room room, String state, long at) {
    String agent = room.agent() == null ? null : room.agent().id();
    long place =
        room.stage() instanceof Room.Queued(_, long since, _) ? since : room.origin().queuedNanos();
    return new Writes.RoomRow(
        room.ids(),
        new Writes.Whose(of.address().conversationId(), of.address().botId()),
        new Writes.RoomPlace(
            room.origin().desk().name().toLowerCase(Locale.ROOT),
            state,
            room.stage().group(),
            agent),
        new Writes.RoomTimes(room.origin().queuedNanos(), place, at));
  }
}
