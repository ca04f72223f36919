package dev.dragoman.core.bot.form;

import static dev.dragoman.core.bot.form.Documents.list;
import static dev.dragoman.core.bot.form.Documents.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.model.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionFormTest {
  private static final Value.Obj INTENT =
      object("type", "intent", "id", "60a1b2c3d4e5f60718293a50", "name", Value.Null.NULL);
  private static final Value.Obj MESSAGE = object("type", "message");
  private static final Value.Obj VALUE = object("type", "session_value", "key", "size");
  private static final Value.Obj ATTRIBUTE = object("type", "user_attribute", "key", "plan");

  static Stream<Value.Obj> predicates() {
    Stream<Value.Obj> tests =
        Stream.of(
                object("type", "is_set"),
                object("type", "is_not_set"),
                object("type", "is_number"),
                object("type", "equals", "expected", "x"),
                object("type", "contains", "values", list("x", "y")),
                object("type", "one_of", "values", list("x", "y")),
                object("type", "match_regexp", "pattern", "^x"),
                object("type", "match_intent", "intent", INTENT),
                object("type", "is_less_than", "maximum", 3),
                object("type", "is_less_than_or_equal", "maximum", 3),
                object("type", "is_greater_than", "minimum", 3),
                object("type", "is_greater_than_or_equal", "minimum", 3.5),
                object("type", "is_before", "date", "2026-11-20"),
                object("type", "is_before_or_on", "date", "today"),
                object("type", "is_after", "date", "2026-11-20"),
                object("type", "is_after_or_on", "date", "2026-11-20"))
            .flatMap(
                test ->
                    Stream.of(check(MESSAGE, test), check(VALUE, test), check(ATTRIBUTE, test)));
    return Stream.concat(
        tests,
        Stream.of(
            team("is_online"),
            team("is_offline"),
            user("is_logged"),
            user("is_not_logged"),
            object("type", "not_predicate", "predicate", team("is_online"))));
  }

  private static Value.Obj check(Value.Obj getter, Value.Obj test) {
    return object("type", "connection_predicate", "valueGetter", getter, "condition", test);
  }

  private static Value.Obj team(String condition) {
    return object("type", "connection_team_predicate", "condition", object("type", condition));
  }

  private static Value.Obj user(String condition) {
    return object("type", "connection_user_predicate", "condition", object("type", condition));
  }

  @ParameterizedTest
  @MethodSource("predicates")
  void every_predicate_reads_and_writes_back(Value.Obj predicate) {
    Condition read = ActionForm.readCondition(predicate, "", TextMode.LITERAL).orThrow();
    assertThat(new ActionWriter(Phrase::literalText, TargetNames.NONE).condition(read))
        .isEqualTo(predicate);
  }

  @Test
  void the_samples_cover_every_known_test() {
    assertThat(
            predicates()
                .map(predicate -> predicate.get("condition"))
                .filter(Value.Obj.class::isInstance)
                .map(condition -> ((Value.Obj) condition).text("type"))
                .distinct()
                .toList())
        .containsAll(ConditionForm.TESTS);
  }

  @Test
  void what_is_wrong_with_a_predicate_is_said_where_it_stands() {
    Value.Obj wrong =
        check(
            object("type", "session_value", "key", "a-b"),
            object("type", "is_before", "date", "20/11"));

    assertThat(ActionForm.readCondition(wrong, "when", TextMode.AUTHOR))
        .isEqualTo(
            new Reading.Refused<Condition>(
                java.util.List.of(
                    new FormDefect(
                        "when.valueGetter.key", "must consist of letters, digits and underscores"),
                    new FormDefect(
                        "when.condition.date", "must be a date such as 2026-11-20, or 'today'"))));
  }

  @Test
  void a_webhook_may_not_send_an_arrow_without_a_predicate_but_an_author_may() {
    Value arrows =
        list(
            object(
                "type", "flow_connection", "target", object("type", "end"), "predicates", list()));

    assertThat(ActionForm.readArrows(arrows, "next", TextMode.AUTHOR))
        .isInstanceOf(Reading.Read.class);
    assertThat(ActionForm.readArrows(arrows, "next", TextMode.LITERAL))
        .isInstanceOf(Reading.Refused.class);
  }
}
