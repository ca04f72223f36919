package dev.dragoman.core.turn;

import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Staff;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one decision looks at of groups and agents: only that is recorded with its leg, and only a
/// decision that looks needs them at all. Confined to its run.
final class StaffReads {
  private final Staff staff;
  private final boolean online;
  private final Set<Integer> groups = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private boolean looked;
  private boolean asked;

  /// @param online whether anybody at all is there
  StaffReads(Staff staff, boolean online) {
    this.staff = staff;
    this.online = online;
  }

  /// The group that a bot file or a webhook calls so.
  Optional<Staff.Group> named(String reference) {
    looked = true;
    Optional<Staff.Group> group = staff.named(reference);
    group.ifPresent(found -> groups.add(found.number()));
    return group;
  }

  /// Whether anybody is there, for the condition that asks for it.
  boolean anybodyOnline() {
    looked = true;
    asked = true;
    return online;
  }

  /// Those that a move depends on.
  Staff of(Move move) {
    switch (move) {
      case Move.Queue(var numbers, _, _, _) -> ofGroups(numbers);
      case Move.ToGroup(_, _, int group) -> ofGroups(List.of(group));
      case Move.Attend(_, var agentId) -> ofMember(agentId);
      case Move.Assign(_, var agentId) -> ofMember(agentId);
      case Move.AgentAway(_, var agentId) -> ofMember(agentId);
      case Move.ToAgent(_, _, var agentId) -> ofMember(agentId);
      case Move.Say _, Move.Requeue _, Move.AgentGone _, Move.Close _ -> {}
    }
    return recorded();
  }

  private void ofGroups(List<Integer> numbers) {
    looked |= !numbers.isEmpty();
    groups.addAll(numbers);
  }

  private void ofMember(String agentId) {
    looked = true;
    members.add(agentId);
  }

  /// Whether it looked where nobody had looked things up: what was decided is worth nothing then.
  boolean missing() {
    return looked && !staff.known();
  }

  /// What it looked at.
  Staff recorded() {
    return looked && staff.known()
        ? new Staff(
            true,
            staff.groups().stream().filter(group -> groups.contains(group.number())).toList(),
            staff.members().stream()
                .filter(member -> members.contains(member.agent().id()))
                .toList())
        : Staff.UNKNOWN;
  }

  /// Whether anybody is there, if it asked for that.
  boolean recordedOnline() {
    return asked && online;
  }
}
