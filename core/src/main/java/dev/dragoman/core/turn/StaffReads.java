package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.Staff;
import java.util.List;
import java.util.Set;

/// Which groups and agents a decision reads: only those are its facts.
final class StaffReads {
  private final boolean always;
  private final boolean anyGroup;
  private final Set<String> named;

  /// A webhook may answer with a hand-over to whichever group it likes.
  StaffReads(Bot bot) {
    this.named = HandOver.groupsNamed(bot);
    this.anyGroup = bot.settings().webhook() != null;
    this.always = anyGroup || HandOver.isPossible(bot) || asksForTeam(bot);
  }

  private static boolean asksForTeam(Bot bot) {
    return Joined.conditions(bot).anyMatch(StaffReads::asksForTeam);
  }

  private static boolean asksForTeam(Condition condition) {
    return switch (condition) {
      case Condition.Team _ -> true;
      case Condition.Not(var inner) -> asksForTeam(inner);
      case Condition.Check _, Condition.Logged _ -> false;
    };
  }

  /// Whether the decision of this input needs to know of groups or agents.
  boolean needed(Input input) {
    return input instanceof Input.InRoom(var move) ? needed(move) : always;
  }

  private static boolean needed(Move move) {
    return switch (move) {
      case Move.Queue queue -> !queue.groups().isEmpty();
      case Move.Attend _, Move.Assign _, Move.ToGroup _, Move.ToAgent _ -> true;
      case Move.Say _, Move.Requeue _, Move.AgentGone _, Move.Close _ -> false;
    };
  }

  /// Those that this input's decision looks at.
  Staff only(Staff staff, Input input) {
    if (!staff.known() || !needed(input)) {
      return Staff.UNKNOWN;
    }
    return input instanceof Input.InRoom(var move)
        ? only(staff, move)
        : new Staff(true, groups(staff), List.of());
  }

  private List<Staff.Group> groups(Staff staff) {
    return anyGroup
        ? staff.groups()
        : named.stream().sorted().flatMap(one -> staff.named(one).stream()).distinct().toList();
  }

  private static Staff only(Staff staff, Move move) {
    return switch (move) {
      case Move.Queue(var groups, _, _, _) -> groups(staff, groups);
      case Move.ToGroup(_, _, int group) -> groups(staff, List.of(group));
      case Move.Attend(_, var agentId) -> member(staff, agentId);
      case Move.Assign(_, var agentId) -> member(staff, agentId);
      case Move.ToAgent(_, _, var agentId) -> member(staff, agentId);
      case Move.Say _, Move.Requeue _, Move.AgentGone _, Move.Close _ -> Staff.UNKNOWN;
    };
  }

  private static Staff groups(Staff staff, List<Integer> numbers) {
    return new Staff(
        true,
        staff.groups().stream().filter(group -> numbers.contains(group.number())).toList(),
        List.of());
  }

  private static Staff member(Staff staff, String agentId) {
    return new Staff(true, List.of(), staff.member(agentId).stream().toList());
  }
}
