package dev.dragoman.server.ledger;

import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Hours;
import dev.dragoman.core.room.Rules;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.TeamRow;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Two groups, two agents with two seats each, and who has which: what a store keeps of humans.
final class SimulatedDesk {
  static final List<String> AGENTS = List.of("a".repeat(24), "b".repeat(24));
  static final int SEATS = 2;
  static final Rules RULES =
      new Rules(
          5,
          new Rules.AgentSilence(2, true),
          new Rules.ContactSilence(List.of(new Rules.Reminder(1, "There?")), 3, "Bye"));
  static final List<TeamRow> TEAMS = List.of(team(10, "Sales"), team(20, "Help"));

  private final Set<String> online = new HashSet<>();
  private final Map<String, String> seats = new TreeMap<>();
  private final Map<String, String> rooms = new TreeMap<>();

  private static TeamRow team(int number, String name) {
    return new TeamRow(number, name, new Hours(ZoneOffset.UTC, List.of()), RULES);
  }

  void present(String agentId, boolean there) {
    if (there) {
      online.add(agentId);
    } else {
      online.remove(agentId);
    }
  }

  Looked.People people(boolean looked) {
    return looked
        ? new Looked.People(true, TEAMS, AGENTS.stream().map(this::agent).toList())
        : new Looked.People(false, List.of(), List.of());
  }

  private AgentRow agent(String id) {
    List<Integer> taken =
        seats.keySet().stream()
            .filter(seat -> seat.startsWith(id))
            .map(seat -> Integer.valueOf(seat.substring(id.length() + 1)))
            .toList();
    AgentRow.State state = online.contains(id) ? AgentRow.State.ONLINE : AgentRow.State.OFFLINE;
    return new AgentRow(
        new Agent(id, id.charAt(0), id.substring(0, 1), "", "", ""),
        SEATS,
        List.of(10, 20),
        new AgentRow.Presence(state, Long.MAX_VALUE),
        taken);
  }

  private static String seat(Writes.SeatRow row) {
    return row.agentId() + " " + row.number();
  }

  /// Whether a seat has gone to somebody else meanwhile.
  boolean isTaken(Writes.Rooms written) {
    Set<String> freed = new HashSet<>();
    written.freed().forEach(row -> freed.add(seat(row)));
    return written.taken().stream()
        .anyMatch(row -> seats.containsKey(seat(row)) && !freed.contains(seat(row)));
  }

  void apply(Writes.Rooms written) {
    written.freed().forEach(row -> seats.remove(seat(row)));
    written.taken().forEach(row -> seats.put(seat(row), row.roomId()));
    for (Writes.RoomRow row : written.changed()) {
      String agent = row.place().agentId();
      rooms.put(row.ids().hex(), row.place().state() + " " + (agent == null ? "" : agent));
    }
    written.paused().forEach(online::remove);
  }

  Map<String, String> seats() {
    return seats;
  }

  Map<String, String> rooms() {
    return rooms;
  }
}
