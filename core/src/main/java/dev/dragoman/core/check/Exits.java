package dev.dragoman.core.check;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways out of a list of arrows, which are tested in order until one holds.
///
/// @param taken the arrows that can be taken, each with what was tested before and on it
/// @param fall what was tested when none is taken, or null when one always is
record Exits(List<Exit> taken, @Nullable List<Op> fall) {
  /// An arrow that can be taken.
  record Exit(int index, Arrow arrow, List<Op> ops) {}

  /// The ways out; `spot` is where the arrows stand, `name` what they are called there.
  static Exits of(List<Arrow> arrows, List<Op> before, Spot spot, String name) {
    List<Exit> taken = new ArrayList<>();
    List<Op> failed = new ArrayList<>(before);
    for (int i = 0; i < arrows.size(); i++) {
      Arrow arrow = arrows.get(i);
      Spot at = spot.at(name, i);
      List<Op> ops = new ArrayList<>(failed);
      arrow.when().forEach(condition -> test(condition, true, at, ops));
      if (Logic.possible(ops)) {
        taken.add(new Exit(i, arrow, List.copyOf(ops)));
      }
      if (arrow.when().isEmpty()) {
        return new Exits(taken, null);
      }
      if (arrow.when().size() == 1) {
        test(arrow.when().getFirst(), false, at, failed);
      } else {
        read(arrow.when().getFirst(), at, failed);
      }
    }
    return new Exits(taken, Logic.possible(failed) ? List.copyOf(failed) : null);
  }

  private static void test(Condition condition, boolean holds, Spot at, List<Op> ops) {
    read(condition, at, ops);
    ops.add(new Op.Test(condition, holds));
  }

  /// Asking whether a value is set is no use of it.
  private static void read(Condition condition, Spot at, List<Op> ops) {
    switch (condition) {
      case Condition.Check(_, ValueTest.IsSet _), Condition.Check(_, ValueTest.IsNotSet _) -> {}
      case Condition.Check(Getter.SessionValue(var key), _) -> ops.add(new Op.Read(key, true, at));
      case Condition.Not(var inner) -> read(inner, at, ops);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> {}
    }
  }
}
