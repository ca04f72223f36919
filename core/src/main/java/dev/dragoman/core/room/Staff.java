package dev.dragoman.core.room;

import java.util.List;
import java.util.Optional;

/// Groups and agents as a decision may read them; `known` says that they were looked up at all.
public record Staff(boolean known, List<Group> groups, List<Member> members) {
  /// Nobody has looked.
  public static final Staff UNKNOWN = new Staff(false, List.of(), List.of());

  /// Looked up: there is nobody.
  public static final Staff NOBODY = new Staff(true, List.of(), List.of());

  /// Copies the lists.
  public Staff {
    groups = List.copyOf(groups);
    members = List.copyOf(members);
  }

  /// A group: `open` by its hours, `online` when one of its agents is.
  public record Group(int number, String name, boolean open, boolean online, Rules rules) {}

  /// An agent: `freeSeat` is the number of a seat nobody takes, or 0 when all are taken.
  public record Member(Agent agent, List<Integer> groups, boolean online, int freeSeat) {
    /// Copies the list.
    public Member {
      groups = List.copyOf(groups);
    }
  }

  /// The group of this number.
  public Optional<Group> group(int number) {
    return groups.stream().filter(group -> group.number() == number).findFirst();
  }

  /// The group that a bot file calls so: by number or by name, however that is written.
  public Optional<Group> named(String reference) {
    return groups.stream()
        .filter(
            group ->
                Integer.toString(group.number()).equals(reference)
                    || group.name().equalsIgnoreCase(reference))
        .findFirst();
  }

  /// The agent of this id.
  public Optional<Member> member(String agentId) {
    return members.stream().filter(member -> member.agent().id().equals(agentId)).findFirst();
  }
}
