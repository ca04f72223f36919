package dev.dragoman.server.ledger;

import dev.dragoman.core.room.Staff;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.TeamRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Groups and agents as one batch found them, and the seats it has given away since. Serves one run
/// of one batch.
final class Roster {
  private final Looked.People people;
  private final long nowNanos;
  private final Map<String, Set<Integer>> given = new HashMap<>();
  private @Nullable Staff staff;

  Roster(Looked.People people, long nowNanos) {
    this.people = people;
    this.nowNanos = nowNanos;
  }

  /// The staff as the next decision may read it; unknown when this batch did not look.
  Staff staff() {
    Staff known = staff;
    if (known == null) {
      known = people.looked() ? told() : Staff.UNKNOWN;
      staff = known;
    }
    return known;
  }

  boolean anybodyOnline() {
    return staff().members().stream().anyMatch(Staff.Member::online);
  }

  private Staff told() {
    List<Staff.Member> members = people.agents().stream().map(this::member).toList();
    List<Staff.Group> groups = new ArrayList<>();
    for (TeamRow team : people.teams()) {
      boolean online =
          members.stream()
              .anyMatch(member -> member.online() && member.groups().contains(team.number()));
      boolean open = team.hours().open(nowNanos);
      groups.add(new Staff.Group(team.number(), team.name(), open, online, team.rules()));
    }
    return new Staff(true, groups, members);
  }

  private Staff.Member member(AgentRow row) {
    Set<Integer> taken = new HashSet<>(row.taken());
    taken.addAll(given.getOrDefault(row.agent().id(), Set.of()));
    int free = 0;
    for (int seat = row.capacity(); seat >= 1; seat--) {
      free = taken.contains(seat) ? free : seat;
    }
    boolean online = row.presence().at(nowNanos) == AgentRow.State.ONLINE;
    return new Staff.Member(row.agent(), row.teams(), online, free);
  }

  /// Seats that a line of this batch takes are gone for the next one.
  void give(List<Writes.SeatRow> seats) {
    for (Writes.SeatRow seat : seats) {
      given.computeIfAbsent(seat.agentId(), _ -> new HashSet<>()).add(seat.number());
      staff = null;
    }
  }
}
