package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Column;
import dev.dragoman.server.ledger.Script.Part;
import dev.dragoman.server.ledger.Script.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The parts of the second round trip that write seats, rooms and paused agents.
final class RoomScript {
  // A room has one seat at most, so that agent and room together name it.
  private static final String FREED =
      "delete from seat where workspace = ? and agent = any(?) and room = any(?)";
  private static final String TAKEN =
      """
      insert into seat (workspace, agent, number, room)
      select ?, u.* from unnest(?::text[], ?::integer[], ?::text[]) u""";
  private static final String ROOMS =
      """
      insert into room (workspace, id, uuid, conversation, bot, desk, state, team, agent,
        queued_nanos, place_nanos, changed_nanos)
      select ?, u.id, u.uuid, u.conversation, u.bot, u.desk, u.state, u.team, nullif(u.agent, ''),
        u.queued, u.place, u.changed
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[],
        ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
        u(id, uuid, conversation, bot, desk, state, team, agent, queued, place, changed)
      on conflict (workspace, id) do update set state = excluded.state, team = excluded.team,
        agent = excluded.agent, place_nanos = excluded.place_nanos,
        changed_nanos = excluded.changed_nanos""";
  private static final String PAUSED =
      """
      update agent set presence = 'paused'
      where workspace = ? and id = any(?) and presence = 'online'""";

  private final Integer workspace;
  private final Writes.Rooms rooms;
  private final List<Part> parts = new ArrayList<>();

  RoomScript(int workspace, Writes.Rooms rooms) {
    this.workspace = workspace;
    this.rooms = rooms;
    seats();
    rooms();
    paused();
  }

  List<Part> parts() {
    return parts;
  }

  private void add(int rows, String sql, Object... parameters) {
    parts.add(new Part(sql, List.of(parameters), new Result.Count(rows)));
  }

  /// A seat that somebody else took meanwhile is a lost claim: the batch decides again.
  private void seats() {
    List<Writes.SeatRow> freed = rooms.freed();
    if (!freed.isEmpty()) {
      add(
          Script.ANY,
          FREED,
          workspace,
          texts(freed, Writes.SeatRow::agentId),
          texts(freed, Writes.SeatRow::roomId));
    }
    List<Writes.SeatRow> taken = rooms.taken();
    if (!taken.isEmpty()) {
      add(
          taken.size(),
          TAKEN,
          workspace,
          texts(taken, Writes.SeatRow::agentId),
          integers(taken, Writes.SeatRow::number),
          texts(taken, Writes.SeatRow::roomId));
    }
  }

  private void rooms() {
    List<Writes.RoomRow> changed = rooms.changed();
    if (changed.isEmpty()) {
      return;
    }
    add(
        changed.size(),
        ROOMS,
        workspace,
        texts(changed, row -> row.ids().hex()),
        texts(changed, row -> row.ids().uuid()),
        texts(changed, row -> row.whose().conversationId()),
        texts(changed, row -> row.whose().botId()),
        texts(changed, row -> row.place().desk()),
        texts(changed, row -> row.place().state()),
        integers(changed, row -> row.place().group()),
        texts(changed, row -> row.place().agentId() == null ? "" : row.place().agentId()),
        longs(changed, row -> row.times().queuedNanos()),
        longs(changed, row -> row.times().placeNanos()),
        longs(changed, row -> row.times().changedNanos()));
  }

  private void paused() {
    if (!rooms.paused().isEmpty()) {
      add(Script.ANY, PAUSED, workspace, texts(rooms.paused(), one -> one));
    }
  }

  private static <T> Column texts(List<T> rows, Function<T, String> field) {
    return Script.texts(rows.stream().map(field).toList());
  }

  private static <T> Column integers(List<T> rows, Function<T, Integer> field) {
    return Script.integers(rows.stream().map(field).toList());
  }

  private static <T> Column longs(List<T> rows, Function<T, Long> field) {
    return Script.longs(rows.stream().map(field).toList());
  }
}
