package dev.dragoman.core.check;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what cannot hold together. Says "possible" whenever it does not know.
final class Logic {
  private Logic() {}

  /// Whether everything that happens in this order can happen in one turn.
  static boolean possible(List<Op> ops) {
    List<Op.Test> facts = new ArrayList<>();
    for (Op op : ops) {
      switch (op) {
        case Op.Read _ -> {}
        case Op.Hook _ -> facts.removeIf(fact -> getter(fact) instanceof Getter.SessionValue);
        case Op.Maybe maybe -> facts.removeIf(fact -> maybe.getter().equals(getter(fact)));
        case Op.Put(var getter, var texts) -> {
          facts.removeIf(fact -> getter.equals(getter(fact)));
          if (texts != null) {
            var oneOf = new ValueTest.OneOf(List.copyOf(texts));
            facts.add(new Op.Test(new Condition.Check(getter, oneOf), true));
          }
        }
        case Op.Test raw -> {
          Op.Test test = plain(raw);
          if (facts.stream().anyMatch(fact -> contradict(fact, test))) {
            return false;
          }
          facts.add(test);
        }
      }
    }
    return true;
  }

  /// The same test without negations, in one spelling.
  static Op.Test plain(Op.Test test) {
    return switch (test.condition()) {
      case Condition.Not(var inner) -> plain(new Op.Test(inner, !test.holds()));
      case Condition.Team(boolean online) when !online ->
          new Op.Test(new Condition.Team(true), !test.holds());
      case Condition.Logged(boolean logged) when !logged ->
          new Op.Test(new Condition.Logged(true), !test.holds());
      case Condition.Check(var getter, ValueTest.IsNotSet _) ->
          new Op.Test(new Condition.Check(getter, new ValueTest.IsSet()), !test.holds());
      case Condition.Check(var getter, ValueTest.Equals(var text)) ->
          new Op.Test(
              new Condition.Check(getter, new ValueTest.OneOf(List.of(text))), test.holds());
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> test;
    };
  }

  /// What a test looks at, or null when it is no value.
  static @Nullable Getter getter(Op.Test test) {
    return switch (test.condition()) {
      case Condition.Check(var getter, _) -> getter;
      case Condition.Not(var inner) -> getter(new Op.Test(inner, !test.holds()));
      case Condition.Team _, Condition.Logged _ -> null;
    };
  }

  private static boolean contradict(Op.Test one, Op.Test other) {
    if (one.condition().equals(other.condition())) {
      return one.holds() != other.holds();
    }
    return one.condition() instanceof Condition.Check(var left, var first)
        && other.condition() instanceof Condition.Check(var right, var second)
        && left.equals(right)
        && (excludes(first, one.holds(), second, other.holds())
            || excludes(second, other.holds(), first, one.holds()));
  }

  /// Whether the first test with this result makes that result of the second impossible.
  private static boolean excludes(
      ValueTest first, boolean firstHolds, ValueTest second, boolean secondHolds) {
    return switch (first) {
      case ValueTest.IsSet _ -> !firstHolds && secondHolds && needsValue(second);
      case ValueTest.OneOf(var texts) when firstHolds ->
          second instanceof ValueTest.OneOf(var others)
              && texts.stream().noneMatch(text -> Texts.among(text, others) == secondHolds);
      case ValueTest.Compares compares when firstHolds && second instanceof ValueTest.Compares to ->
          Bounds.exclude(compares, to, secondHolds);
      case ValueTest.IsIntent _ ->
          firstHolds && secondHolds && second instanceof ValueTest.IsIntent;
      case ValueTest.OneOf _,
          ValueTest.Compares _,
          ValueTest.ComparesDate _,
          ValueTest.Contains _,
          ValueTest.Equals _,
          ValueTest.IsNotSet _,
          ValueTest.IsNumber _,
          ValueTest.Matches _ ->
          false;
    };
  }

  /// Whether only a value that is there can pass.
  static boolean needsValue(ValueTest test) {
    return switch (test) {
      case ValueTest.IsNotSet _, ValueTest.IsIntent _ -> false;
      case ValueTest.IsSet _,
          ValueTest.IsNumber _,
          ValueTest.Equals _,
          ValueTest.OneOf _,
          ValueTest.Contains _,
          ValueTest.Matches _,
          ValueTest.Compares _,
          ValueTest.ComparesDate _ ->
          true;
    };
  }
}
