package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.text.Folding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tests conditions against the session, the contact and the input of a leg.
final class Conditions {
  private static final int ISO_DATE_LENGTH = 10;

  private final Map<String, Patterns.Finder> finders;

  Conditions(Map<String, Patterns.Finder> finders) {
    this.finders = finders;
  }

  /// Whether all hold. `intent` is the id the message was understood as for these arrows, or null.
  boolean hold(List<Condition> conditions, Run run, @Nullable String intent) {
    for (Condition condition : conditions) {
      if (!holds(condition, run, intent)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Condition condition, Run run, @Nullable String intent) {
    if (!run.budget().condition()) {
      run.spent("CONDITIONS_PER_LEG");
      return false;
    }
    return switch (condition) {
      case Condition.Check(var getter, var test) -> passes(test, value(getter, run), run, intent);
      case Condition.Team(boolean online) -> run.staff().anybodyOnline() == online;
      case Condition.Logged(boolean logged) -> run.facts().logged() == logged;
      case Condition.Not(var inner) -> !holds(inner, run, intent);
    };
  }

  /// What a getter reads now, or null.
  static @Nullable Value value(Getter getter, Run run) {
    return switch (getter) {
      case Getter.Message _ ->
          run.input() instanceof Input.Text text ? Value.of(text.text()) : null;
      case Getter.SessionValue(var key) -> Natives.value(key, run);
      case Getter.Attribute(var key) -> run.facts().attributes().get(key);
    };
  }

  private boolean passes(ValueTest test, @Nullable Value value, Run run, @Nullable String intent) {
    return switch (test) {
      case ValueTest.IsSet _ -> isSet(value);
      case ValueTest.IsNotSet _ -> !isSet(value);
      case ValueTest.IsNumber _ -> Plain.number(value) != null;
      case ValueTest.Equals(var expected) -> isSet(value) && same(value, expected);
      case ValueTest.OneOf(var texts) ->
          isSet(value) && texts.stream().anyMatch(text -> same(value, text));
      case ValueTest.Contains(var anyOf) ->
          isSet(value) && anyOf.stream().anyMatch(part -> contains(value, part));
      case ValueTest.Matches(var pattern) -> isSet(value) && finds(pattern, value, run);
      case ValueTest.IsIntent(var intentId) -> intentId.equals(intent);
      case ValueTest.Compares(var order, var bound) -> {
        BigDecimal number = Plain.number(value);
        yield number != null && order.allows(number.compareTo(bound));
      }
      case ValueTest.ComparesDate(var order, var bound) -> {
        String date = date(value);
        yield date != null && order.allows(date.compareTo(bound(bound, run)));
      }
    };
  }

  private static boolean isSet(@Nullable Value value) {
    return !Plain.text(value).isEmpty();
  }

  private static boolean same(@Nullable Value value, String expected) {
    BigDecimal left = Plain.number(value);
    BigDecimal right = Plain.number(Value.of(expected));
    if (left != null && right != null) {
      return left.compareTo(right) == 0;
    }
    return Folding.fold(Plain.text(value)).equals(Folding.fold(expected));
  }

  private static boolean contains(@Nullable Value value, String part) {
    if (value instanceof Value.List(var items)) {
      return items.stream().anyMatch(item -> same(item, part));
    }
    return Folding.fold(Plain.text(value)).contains(Folding.fold(part));
  }

  private boolean finds(String pattern, @Nullable Value value, Run run) {
    if (!run.budget().pattern()) {
      run.spent("PATTERN_MATCHES_PER_LEG");
      return false;
    }
    Patterns.Finder finder = finders.get(pattern);
    return finder != null && finder.find(Plain.text(value));
  }

  private static String bound(String bound, Run run) {
    return bound.equals("today") ? Natives.local(run.moment).toLocalDate().toString() : bound;
  }

  private static @Nullable String date(@Nullable Value value) {
    String text = Plain.text(value);
    boolean day = text.length() == ISO_DATE_LENGTH;
    boolean time = text.length() > ISO_DATE_LENGTH && text.charAt(ISO_DATE_LENGTH) == 'T';
    return (day || time) && isDay(text) ? text.substring(0, ISO_DATE_LENGTH) : null;
  }

  private static boolean isDay(String text) {
    for (int i = 0; i < ISO_DATE_LENGTH; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      boolean fits = dash ? c == '-' : (c >= '0' && c <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
