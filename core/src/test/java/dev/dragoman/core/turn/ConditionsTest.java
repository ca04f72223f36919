package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueTest.Order;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every test of a value, on values at its edges, through every getter.
class ConditionsTest {
  private static final ValueTest SET = new ValueTest.IsSet();
  private static final ValueTest NOT_SET = new ValueTest.IsNotSet();
  private static final ValueTest NUMBER = new ValueTest.IsNumber();
  private static final ValueTest PATTERN = new ValueTest.Matches("b+c");

  private static Value text(String text) {
    return Value.of(text);
  }

  private static ValueTest equalTo(String expected) {
    return new ValueTest.Equals(expected);
  }

  private static ValueTest contains(String... parts) {
    return new ValueTest.Contains(List.of(parts));
  }

  private static ValueTest compares(Order order, String bound) {
    return new ValueTest.Compares(order, new BigDecimal(bound));
  }

  private static ValueTest date(Order order, String bound) {
    return new ValueTest.ComparesDate(order, bound);
  }

  static Stream<Arguments> presence() {
    return Stream.of(
        Arguments.of(text(""), SET, false),
        Arguments.of(text(""), NOT_SET, true),
        Arguments.of(text(" "), SET, true),
        Arguments.of(Value.Null.NULL, SET, false),
        Arguments.of(Value.Bool.FALSE, SET, true),
        Arguments.of(Value.List.EMPTY, NOT_SET, true),
        Arguments.of(text("3,5"), NUMBER, true),
        Arguments.of(text("1.2.3"), NUMBER, false),
        Arguments.of(text("1,2,3"), NUMBER, false),
        Arguments.of(text(" 7 "), NUMBER, true),
        Arguments.of(text("-0.5"), NUMBER, true),
        Arguments.of(text("1e999"), NUMBER, false),
        Arguments.of(new Value.Num("1e999"), NUMBER, false),
        Arguments.of(text("9".repeat(41)), NUMBER, false),
        Arguments.of(Value.Bool.TRUE, NUMBER, false),
        Arguments.of(text(""), NUMBER, false));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(text("ÉTÉ"), equalTo("ete"), true),
        Arguments.of(text("7.0"), equalTo("7"), true),
        Arguments.of(Value.of(7), equalTo("7,00"), true),
        Arguments.of(Value.Bool.TRUE, equalTo("True"), true),
        Arguments.of(text(""), equalTo(""), false),
        Arguments.of(text("Grande"), contains("x", "ran"), true),
        Arguments.of(text("Grande"), contains("x"), false),
        Arguments.of(Value.List.of(text("a"), text("bc")), contains("b"), false),
        Arguments.of(Value.List.of(text("a"), text("bc")), contains("BC"), true),
        Arguments.of(text("two"), new ValueTest.OneOf(List.of("one", "Two")), true),
        Arguments.of(text("twofold"), new ValueTest.OneOf(List.of("one", "two")), false),
        Arguments.of(text("abbbc"), PATTERN, true),
        Arguments.of(text("ac"), PATTERN, false),
        Arguments.of(text(""), new ValueTest.Matches(".*"), false));
  }

  static Stream<Arguments> comparisons() {
    return Stream.of(
        Arguments.of(text("10"), compares(Order.GREATER, "9"), true),
        Arguments.of(text("9"), compares(Order.GREATER, "9.0"), false),
        Arguments.of(text("9"), compares(Order.GREATER_OR_EQUAL, "9.0"), true),
        Arguments.of(text("8,99"), compares(Order.LESS, "9"), true),
        Arguments.of(text("9"), compares(Order.LESS_OR_EQUAL, "9"), true),
        Arguments.of(text("many"), compares(Order.LESS, "9"), false),
        Arguments.of(text("many"), compares(Order.GREATER, "9"), false),
        Arguments.of(text("2025-11-20"), date(Order.LESS, "2025-11-21"), true),
        Arguments.of(text("2025-11-20T23:59"), date(Order.LESS_OR_EQUAL, "2025-11-20"), true),
        Arguments.of(text("2025-11-20"), date(Order.GREATER_OR_EQUAL, "today"), true),
        Arguments.of(text("2025-11-19"), date(Order.GREATER_OR_EQUAL, "today"), false),
        Arguments.of(text("aaaa-bb-cc"), date(Order.GREATER, "2025-11-20"), false),
        Arguments.of(text("2025-11-20x"), date(Order.GREATER, "2020-01-01"), false),
        Arguments.of(text("20251120"), date(Order.GREATER, "2020-01-01"), false));
  }

  private static Bot testing(Condition... when) {
    return bot(
        List.of(),
        story(
            "t",
            step("ask").next(arrow("yes", when), arrow("no")).build(),
            step("yes", say("yes")).build(),
            step("no", say("no")).build()));
  }

  private static List<String> outcome(Talk talk) {
    return talk.click(new Target.ToStep("ask")).said();
  }

  @ParameterizedTest
  @MethodSource({"presence", "texts", "comparisons"})
  void aSessionValuePasses(Value value, ValueTest test, boolean passes) {
    Talk talk = new Talk(testing(Bots.value("k", test)));
    talk.input(new Input.SetValues(Value.Obj.of("k", value), false));

    assertThat(outcome(talk)).containsExactly(passes ? "yes" : "no");
  }

  @ParameterizedTest
  @MethodSource({"presence", "texts", "comparisons"})
  void andItsNegationDoesNot(Value value, ValueTest test, boolean passes) {
    Talk talk = new Talk(testing(new Condition.Not(Bots.value("k", test))));
    talk.input(new Input.SetValues(Value.Obj.of("k", value), false));

    assertThat(outcome(talk)).containsExactly(passes ? "no" : "yes");
  }

  @ParameterizedTest
  @MethodSource({"texts", "comparisons"})
  void anAttributePassesAlike(Value value, ValueTest test, boolean passes) {
    Talk talk = new Talk(testing(new Condition.Check(new Getter.Attribute("k"), test)));
    talk.facts = talk.facts.attributes(Value.Obj.of("k", value));

    assertThat(outcome(talk)).containsExactly(passes ? "yes" : "no");
  }

  @Test
  void theMessageIsTestedOnlyWhenOneWasSent() {
    Bot bot =
        bot(
            List.of(),
            story(
                "t",
                step("ask").links(arrow("yes", Bots.message(SET))).build(),
                step("yes", say("{{x}}heard")).next(arrow("ask")).build()));
    Talk talk = new Talk(bot).click(new Target.ToStep("ask"));

    assertThat(talk.said()).isEmpty();
    assertThat(talk.say("anything").said()).containsExactly("heard");
    assertThat(outcome(new Talk(testing(Bots.message(SET))))).containsExactly("no");
  }

  @Test
  void anUnsetValueFailsEveryTestButOne() {
    Stream.of(SET, NUMBER, PATTERN, equalTo(""), contains(""), compares(Order.LESS, "1"))
        .forEach(
            test ->
                assertThat(outcome(new Talk(testing(Bots.value("k", test)))))
                    .containsExactly("no"));
    assertThat(outcome(new Talk(testing(Bots.value("k", NOT_SET))))).containsExactly("yes");
  }

  @Test
  void theTeamAndTheLoginAreFacts() {
    Condition[] both = {new Condition.Team(true), new Condition.Logged(true)};
    Condition[] neither = {new Condition.Team(false), new Condition.Logged(false)};

    assertThat(outcome(new Talk(testing(both)))).containsExactly("no");
    assertThat(outcome(new Talk(testing(neither)))).containsExactly("yes");
    assertThat(outcome(new Talk(testing(both)).present())).containsExactly("yes");
  }

  @Test
  void allConditionsOfAnArrowMustHold() {
    assertThat(outcome(new Talk(testing(Bots.value("k", NOT_SET), Bots.value("k", SET)))))
        .containsExactly("no");
    assertThat(outcome(new Talk(testing()))).containsExactly("yes");
  }

  @Test
  void patternsAreRunOnlySoOften() {
    Condition miss = new Condition.Not(Bots.value("k", new ValueTest.Matches("zzz")));
    Condition[] within =
        Collections.nCopies(Limits.PATTERN_MATCHES_PER_LEG, miss).toArray(Condition[]::new);
    Talk talk = new Talk(testing(within));
    talk.input(new Input.SetValues(Value.Obj.of("k", text("v")), false));

    assertThat(outcome(talk)).containsExactly("yes");
    assertThat(talk.tried(Why.Tried.BudgetReached.class)).isEmpty();

    Condition[] beyond =
        Stream.concat(Stream.of(within), Stream.of(miss)).toArray(Condition[]::new);
    talk = new Talk(testing(beyond));
    talk.input(new Input.SetValues(Value.Obj.of("k", text("v")), false));
    outcome(talk);

    assertThat(talk.tried(Why.Tried.BudgetReached.class))
        .containsExactly(new Why.Tried.BudgetReached("PATTERN_MATCHES_PER_LEG"));
  }
}
