package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueTest.Order;
import dev.dragoman.core.model.Value;
import java.util.List;

/// Writes predicates.
final class ConditionWriter {
  private ConditionWriter() {}

  static Value.Obj write(Condition condition, TargetNames names) {
    return switch (condition) {
      case Condition.Check(var getter, var test) ->
          ActionWriter.typed("connection_predicate")
              .put("valueGetter", getter(getter))
              .put("condition", test(test, names))
              .build();
      case Condition.Team(var online) ->
          simple("connection_team_predicate", online ? "is_online" : "is_offline");
      case Condition.Logged(var logged) ->
          simple("connection_user_predicate", logged ? "is_logged" : "is_not_logged");
      case Condition.Not(var inner) ->
          ActionWriter.typed("not_predicate").put("predicate", write(inner, names)).build();
    };
  }

  private static Value.Obj simple(String type, String condition) {
    return ActionWriter.typed(type).put("condition", ActionWriter.typed(condition).build()).build();
  }

  private static Value.Obj getter(Condition.Getter getter) {
    return switch (getter) {
      case Condition.Getter.Message _ -> ActionWriter.typed("message").build();
      case Condition.Getter.SessionValue(var key) ->
          ActionWriter.typed("session_value").put("key", key).build();
      case Condition.Getter.Attribute(var key) ->
          ActionWriter.typed("user_attribute").put("key", key).build();
    };
  }

  private static Value.Obj test(ValueTest test, TargetNames names) {
    return switch (test) {
      case ValueTest.IsSet _ -> ActionWriter.typed("is_set").build();
      case ValueTest.IsNotSet _ -> ActionWriter.typed("is_not_set").build();
      case ValueTest.IsNumber _ -> ActionWriter.typed("is_number").build();
      case ValueTest.Equals(var expected) ->
          ActionWriter.typed("equals").put("expected", expected).build();
      case ValueTest.Contains(var anyOf) -> values("contains", anyOf);
      case ValueTest.OneOf(var texts) -> values("one_of", texts);
      case ValueTest.Matches(var pattern) ->
          ActionWriter.typed("match_regexp").put("pattern", pattern).build();
      case ValueTest.IsIntent(var intentId) ->
          ActionWriter.typed("match_intent").put("intent", intent(intentId, names)).build();
      case ValueTest.Compares(var order, var bound) ->
          ActionWriter.typed(number(order)).put(end(order), Value.of(bound)).build();
      case ValueTest.ComparesDate(var order, var bound) ->
          ActionWriter.typed(date(order)).put("date", bound).build();
    };
  }

  private static Value.Obj values(String type, List<String> texts) {
    return ActionWriter.typed(type).put("values", ActionWriter.all(texts, Value::of)).build();
  }

  static Value.Obj intent(String id, TargetNames names) {
    String name = names.ofIntent(id);
    return ActionWriter.typed("intent")
        .put("id", id)
        .put("name", name == null ? Value.Null.NULL : Value.of(name))
        .build();
  }

  private static String end(Order order) {
    return switch (order) {
      case LESS, LESS_OR_EQUAL -> "maximum";
      case GREATER, GREATER_OR_EQUAL -> "minimum";
    };
  }

  private static String number(Order order) {
    return switch (order) {
      case LESS -> "is_less_than";
      case LESS_OR_EQUAL -> "is_less_than_or_equal";
      case GREATER -> "is_greater_than";
      case GREATER_OR_EQUAL -> "is_greater_than_or_equal";
    };
  }

  private static String date(Order order) {
    return switch (order) {
      case LESS -> "is_before";
      case LESS_OR_EQUAL -> "is_before_or_on";
      case GREATER -> "is_after";
      case GREATER_OR_EQUAL -> "is_after_or_on";
    };
  }
}
