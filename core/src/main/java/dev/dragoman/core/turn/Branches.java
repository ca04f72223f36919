package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the hook of a way out of a condition block reports (contract treble §2.6): the tested
/// variable, the test in the contract's words, and what it was compared with.
final class Branches {
  private Branches() {}

  /// A step that asks reports the answer; one that only chooses reports the choice.
  static Work.Answered report(Arrow taken, Work.Answered answered, Run run) {
    List<Arrow> next = answered.step().next();
    boolean chooses =
        answered.step().question() == null && next.stream().anyMatch(one -> !one.when().isEmpty());
    return chooses ? answered.on(branch(taken, next, run)) : answered;
  }

  private static Work.Occasion branch(Arrow taken, List<Arrow> next, Run run) {
    for (Condition condition : taken.when()) {
      Work.Occasion.Branch branch = branch(condition, false, run);
      if (branch != null) {
        return branch;
      }
    }
    return next.stream()
        .flatMap(arrow -> arrow.when().stream())
        .map(condition -> branch(condition, false, run))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(one -> new Work.Occasion.Branch(one.variable(), one.value(), "DEFAULT", ""))
        .orElse(new Work.Occasion.Branch("", "", "DEFAULT", ""));
  }

  private static Work.Occasion.@Nullable Branch branch(Condition condition, boolean not, Run run) {
    return switch (condition) {
      case Condition.Not(var inner) -> branch(inner, !not, run);
      case Condition.Check(var getter, var test) -> {
        String value = Plain.text(Conditions.value(getter, run));
        Test said = said(test);
        yield new Work.Occasion.Branch(
            name(getter), value, not ? opposite(said.operator()) : said.operator(), said.operand());
      }
      case Condition.Team _, Condition.Logged _ -> null;
    };
  }

  private record Test(String operator, String operand) {}

  private static Test said(ValueTest test) {
    return switch (test) {
      case ValueTest.IsSet _ -> new Test("DIFF", "");
      case ValueTest.IsNotSet _ -> new Test("EQ", "");
      case ValueTest.IsNumber _ -> new Test("CONT", "");
      case ValueTest.Equals(var expected) -> new Test("EQ", expected);
      case ValueTest.OneOf(var texts) -> new Test("EQ", String.join(", ", texts));
      case ValueTest.Contains(var anyOf) -> new Test("CONT", String.join(", ", anyOf));
      case ValueTest.Matches(var pattern) -> new Test("CONT", pattern);
      case ValueTest.IsIntent(var intentId) -> new Test("EQ", intentId);
      case ValueTest.Compares(var order, var bound) ->
          new Test(compared(order), bound.toPlainString());
      case ValueTest.ComparesDate(var order, var bound) -> new Test(compared(order), bound);
    };
  }

  private static String compared(ValueTest.Order order) {
    return switch (order) {
      case LESS -> "LT";
      case LESS_OR_EQUAL -> "LTEQ";
      case GREATER -> "GT";
      case GREATER_OR_EQUAL -> "GTEQ";
    };
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "EQ" -> "DIFF";
      case "DIFF" -> "EQ";
      case "CONT" -> "NCONT";
      case "LT" -> "GTEQ";
      case "LTEQ" -> "GT";
      case "GT" -> "LTEQ";
      case "GTEQ" -> "LT";
      default -> operator;
    };
  }

  private static String name(Getter getter) {
    return switch (getter) {
      case Getter.Message _ -> "message";
      case Getter.SessionValue(var key) -> key;
      case Getter.Attribute(var key) -> key;
    };
  }
}
