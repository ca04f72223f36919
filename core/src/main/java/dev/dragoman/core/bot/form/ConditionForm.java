package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueTest.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads predicates (contract clustaar §6.1) and the few this product adds: `not_predicate`,
/// `one_of`, `is_before`, `is_before_or_on`, `is_after`, `is_after_or_on`.
final class ConditionForm {
  static final Set<String> PREDICATES =
      Set.of(
          "connection_predicate",
          "connection_team_predicate",
          "connection_user_predicate",
          "not_predicate");
  static final Set<String> GETTERS = Set.of("message", "session_value", "user_attribute");
  static final Set<String> TESTS =
      Set.of(
          "is_set",
          "is_not_set",
          "is_number",
          "equals",
          "contains",
          "one_of",
          "match_regexp",
          "match_intent",
          "is_less_than",
          "is_less_than_or_equal",
          "is_greater_than",
          "is_greater_than_or_equal",
          "is_before",
          "is_before_or_on",
          "is_after",
          "is_after_or_on");
  private static final Bounds ANY = Bounds.upTo(4_096);
  private static final ValueTest NEVER_USED = new ValueTest.IsSet();

  private ConditionForm() {}

  static @Nullable Condition read(Form form) {
    String type = form.type(null);
    Condition condition =
        switch (type) {
          case "connection_predicate" ->
              new Condition.Check(getter(form.child("valueGetter")), test(form.child("condition")));
          case "connection_team_predicate" ->
              new Condition.Team(oneOfTwo(form, "is_online", "is_offline"));
          case "connection_user_predicate" ->
              new Condition.Logged(oneOfTwo(form, "is_logged", "is_not_logged"));
          case "not_predicate" -> negated(form);
          default -> null;
        };
    if (condition == null && !type.isEmpty() && !PREDICATES.contains(type)) {
      form.refuse("type", Texts.notAmong(type, PREDICATES));
    } else {
      form.close();
    }
    return condition;
  }

  private static @Nullable Condition negated(Form form) {
    Condition inner = read(form.child("predicate"));
    return inner == null ? null : new Condition.Not(inner);
  }

  private static boolean oneOfTwo(Form parent, String yes, String no) {
    Form form = parent.child("condition");
    String type = form.type(null);
    if (!type.isEmpty() && !type.equals(yes) && !type.equals(no)) {
      form.refuse("type", Texts.notAmong(type, Set.of(yes, no)));
    }
    form.close();
    return type.equals(yes);
  }

  private static Condition.Getter getter(Form form) {
    String type = form.type(null);
    Condition.Getter getter =
        switch (type) {
          case "session_value" -> new Condition.Getter.SessionValue(Texts.key(form, "key"));
          case "user_attribute" -> new Condition.Getter.Attribute(Texts.key(form, "key"));
          default -> new Condition.Getter.Message();
        };
    if (!type.isEmpty() && !GETTERS.contains(type)) {
      form.refuse("type", Texts.notAmong(type, GETTERS));
    } else {
      form.close();
    }
    return getter;
  }

  private static ValueTest test(Form form) {
    String type = form.type(null);
    ValueTest test =
        switch (type) {
          case "is_set" -> new ValueTest.IsSet();
          case "is_not_set" -> new ValueTest.IsNotSet();
          case "is_number" -> new ValueTest.IsNumber();
          case "equals" -> new ValueTest.Equals(Texts.text(form, "expected", ANY));
          case "contains" -> new ValueTest.Contains(texts(form));
          case "one_of" -> new ValueTest.OneOf(texts(form));
          case "match_regexp" -> new ValueTest.Matches(Texts.text(form, "pattern", ANY));
          case "match_intent" -> new ValueTest.IsIntent(intentId(form.child("intent")));
          default -> comparison(form, type);
        };
    if (!type.isEmpty() && !TESTS.contains(type)) {
      form.refuse("type", Texts.notAmong(type, TESTS));
    } else {
      form.close();
    }
    return test;
  }

  private static ValueTest comparison(Form form, String type) {
    return switch (type) {
      case "is_less_than" -> compares(form, Order.LESS, "maximum");
      case "is_less_than_or_equal" -> compares(form, Order.LESS_OR_EQUAL, "maximum");
      case "is_greater_than" -> compares(form, Order.GREATER, "minimum");
      case "is_greater_than_or_equal" -> compares(form, Order.GREATER_OR_EQUAL, "minimum");
      case "is_before" -> comparesDate(form, Order.LESS);
      case "is_before_or_on" -> comparesDate(form, Order.LESS_OR_EQUAL);
      case "is_after" -> comparesDate(form, Order.GREATER);
      case "is_after_or_on" -> comparesDate(form, Order.GREATER_OR_EQUAL);
      default -> NEVER_USED;
    };
  }

  private static ValueTest compares(Form form, Order order, String bound) {
    return new ValueTest.Compares(order, Texts.number(form, bound));
  }

  private static ValueTest comparesDate(Form form, Order order) {
    String date = Texts.text(form, "date", Bounds.upTo(40));
    if (!date.isEmpty() && !date.equals("today") && !IsoDate.isDate(date)) {
      form.refuse("date", "must be a date such as 2026-11-20, or 'today'");
    }
    return new ValueTest.ComparesDate(order, date);
  }

  private static List<String> texts(Form form) {
    return form.items(
        "values",
        Bounds.oneTo(100),
        (value, where) -> Texts.text(form.findings(), value, where, ANY));
  }

  /// The id of a written intent.
  static String intentId(Form form) {
    form.constant("intent");
    String id = TargetForm.id(form);
    form.get("name");
    form.close();
    return id;
  }
}
