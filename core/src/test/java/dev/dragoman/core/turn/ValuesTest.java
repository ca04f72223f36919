package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.jump;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.store;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.ValueType;
import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Session values, attributes, and the templates that show them.
class ValuesTest {
  private static Talk running(Action... actions) {
    return new Talk(bot(List.of(), story("t", step("s", actions).build())));
  }

  private static Talk enter(Talk talk) {
    return talk.click(new Target.ToStep("s"));
  }

  private static Talk set(Talk talk, String key, Value value) {
    return talk.input(new Input.SetValues(Value.Obj.of(key, value), false));
  }

  @Test
  void unsetPlacesAreEmptyAndBrokenOnesStandAsTheyAre() {
    Talk talk = running(say("[{{none}}][{{contact.none}}][{{}}][{{ open"));

    assertThat(enter(talk).said()).containsExactly("[][][{{}}][{{ open");
  }

  @Test
  void whatAValueHoldsIsNeverExpanded() {
    Talk talk = running(store("twice", "{{k}}", false, false), say("{{twice}} {{contact.a}}"));
    set(talk, "k", Value.of("{{secret}}"));
    set(talk, "secret", Value.of("exposed"));
    talk.attribute("a", "{{secret}}");

    assertThat(enter(talk).said()).containsExactly("{{secret}} {{secret}}");
  }

  @Test
  void theClockIsThatOfTheMoment() {
    assertThat(enter(running(say("{{time}} {{date}} {{weekday}}"))).said())
        .containsExactly("09:00 2025-11-20 Thursday");
  }

  @Test
  void valuesShowAsPlainText() {
    Talk talk = running(say("{{n}} {{b}} {{l}} {{place}} {{o}} {{z}}"));
    Value.Obj place = Value.Obj.of("address", Value.of("Main St 1"));
    talk.input(
        new Input.SetValues(
            Value.Obj.builder()
                .put("n", new Value.Num("0.10"))
                .put("b", true)
                .put("l", Value.List.of(Value.of("a"), Value.of(2)))
                .put("place", place)
                .put("o", Value.Obj.of("k", Value.of("v")))
                .put("z", Value.Null.NULL)
                .build(),
            false));

    assertThat(enter(talk).said()).containsExactly("0.10 true a, 2 Main St 1 k: v ");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5, true, false, 5",
    "2, 3, true, false, 5",
    "2.50, 0.5, true, false, 3.00",
    "2.5, 1, true, true, 3",
    "x, y, true, false, xy",
    "2, 3, false, false, 3",
    "2, 3.9, false, true, 3",
    "2, three, true, true, 2three",
    "'1,5', 1, true, false, 2.5",
    "9223372036854775807, 1, true, true, 9223372036854775808",
    "1e999, 1, true, false, 1e9991",
  })
  void storedValuesMeetTheOneBefore(
      String old, String given, boolean add, boolean whole, String result) {
    Talk talk = running(store("k", given, add, whole));
    set(talk, "k", Value.of(old));

    assertThat(enter(talk).value("k")).isEqualTo(result);
  }

  @Test
  void aHugeExponentIsNotWrittenOut() {
    Talk talk = running(store("k", "1", true, false));
    set(talk, "k", new Value.Num("1e9999"));

    assertThat(enter(talk).value("k")).isEqualTo("1e99991");
  }

  @Test
  void anAttributeIsRaisedAndSeenAtOnce() {
    var raise =
        new Action.SetAttribute("visits", Bots.phrase("1"), new Action.Arithmetic(true, true));
    Talk talk = running(raise, raise, say("{{contact.visits}}")).attribute("visits", "4");

    assertThat(enter(talk).said()).containsExactly("6");
    assertThat(talk.facts.attributes().text("visits")).isEqualTo("6");
  }

  @Test
  void anAttributeDoesNotGrowForEver() {
    var add =
        new Action.SetAttribute("a", Bots.phrase("{{k}}"), new Action.Arithmetic(true, false));
    Talk talk = running(add);
    set(talk, "k", Value.of("x".repeat(1_500)));

    assertThat(enter(talk).facts.attributes().text("a")).hasSize(1_500);
    assertThat(enter(talk).facts.attributes().text("a")).hasSize(1_500);
    assertThat(talk.tried(Why.Tried.BudgetReached.class))
        .containsExactly(new Why.Tried.BudgetReached("ATTRIBUTE_TEXT"));
  }

  @Test
  void declaredTypesReadWhatComesFromOutside() {
    Bot bot =
        new Bot(
            bot(List.of()).head(),
            List.of(),
            List.of(),
            List.of(story("t", step("s").build())),
            Map.of(
                "n",
                ValueType.NUMBER,
                "b",
                ValueType.BOOLEAN,
                "l",
                ValueType.LIST,
                "t",
                ValueType.TEXT));
    Talk talk = new Talk(bot);
    talk.input(
        new Input.SetValues(
            Value.Obj.builder()
                .put("n", "3,50")
                .put("b", "Yes")
                .put("l", "one")
                .put("t", "1")
                .build(),
            false));

    assertThat(talk.session().values())
        .isEqualTo(
            Value.Obj.builder()
                .put("n", new Value.Num("3.50"))
                .put("b", true)
                .put("l", Value.List.of(Value.of("one")))
                .put("t", "1")
                .build());
    assertThat(set(talk, "n", Value.of("many")).value("n")).isEqualTo("many");
    assertThat(set(talk, "b", Value.of("maybe")).value("b")).isEqualTo("maybe");
  }

  @Test
  void aSessionHoldsSoManyValuesAndMayReplaceThem() {
    Talk talk = running();
    var many = Value.Obj.builder();
    for (int i = 0; i <= Limits.SESSION_VALUES; i++) {
      many.put("k" + i, i);
    }
    talk.input(new Input.SetValues(many.build(), false));

    assertThat(talk.session().values().size()).isEqualTo(Limits.SESSION_VALUES);
    assertThat(talk.tried(Why.Tried.BudgetReached.class)).hasSize(1);
    assertThat(set(talk, "k0", Value.of("new")).value("k0")).isEqualTo("new");
  }

  @Test
  void aValueIsMeasuredInBytes() {
    String kanji = "漢".repeat(Limits.SESSION_VALUE_BYTES / 3 - 2);

    assertThat(set(running(), "k", Value.of(kanji)).value("k")).isEqualTo(kanji);
    assertThat(set(running(), "k", Value.of(kanji + "漢漢")).value("k")).isEmpty();
  }

  @Test
  void valuesTogetherTakeHalfTheStateAndALargeOneCanBeReplaced() {
    Talk talk = running();
    String large = "x".repeat(4_000);
    for (int i = 0; i < 10; i++) {
      set(talk, "k" + i, Value.of(large));
    }

    assertThat(talk.session().values().size()).isEqualTo(8);
    assertThat(set(talk, "k7", Value.of(large.replace('x', 'y'))).value("k7")).startsWith("y");
    assertThat(Pack.pack(talk.state).length).isLessThan(Limits.STATE_BYTES);
  }

  @Test
  void aLongTextIsSentWholeAndRememberedInPart() {
    Talk talk = running(say("{{a}}{{b}}"));
    set(talk, "a", Value.of("a".repeat(4_000)));
    set(talk, "b", Value.of("𝄞".repeat(1_000)));
    enter(talk);

    assertThat(talk.said().getFirst()).hasSize(6_000);
    assertThat(talk.session().at().sentText()).hasSizeBetween(4_095, Limits.MESSAGE_TEXT);
  }

  @Test
  void whatWaitsIsBoundedInBytesToo() {
    Talk talk =
        new Talk(
            bot(
                1,
                Bots.withWebhook(),
                List.of(),
                story("t", step("s", say("x")).webhook().build())));
    enter(talk);
    Input text = Talk.text("漢".repeat(Limits.MESSAGE_TEXT), List.<Understood.Scored>of(), true);
    talk.input(text);
    assertThat(talk.refusal()).isNull();
    assertThat(talk.input(text).refusal()).isEqualTo(Refusal.STATE_TOO_LARGE);
    assertThat(talk.state.waiting().pending()).hasSize(1);
  }

  private static Talk telling(Settings.ValueScope scope) {
    Settings plain = Settings.standard();
    Settings settings = new Settings(plain.zone(), null, scope, null, 24);
    return new Talk(
        bot(
            1,
            settings,
            List.of(intent("a", "one"), intent("b", "two")),
            story("a", step("a1", say("{{k}}")).links(arrow("b1", Bots.means("none"))).build()),
            story("b", step("b1", say("{{k}}")).build())));
  }

  @Test
  void anotherStoryByIntentForgetsAndTellsSo() {
    Talk talk = telling(Settings.ValueScope.STORY);
    set(talk, "k", Value.of("v"));

    assertThat(talk.say("one").said()).containsExactly("v");
    assertThat(talk.say("one").said()).containsExactly("v");
    assertThat(talk.say("two").said()).containsExactly("");
    assertThat(talk.told(Event.ValueSet.class)).containsExactly(new Event.ValueSet("k", null));
  }

  @Test
  void aClickKeepsThemAndSoDoesTheSetting() {
    Talk kept = telling(Settings.ValueScope.SESSION);
    set(kept, "k", Value.of("v"));
    assertThat(kept.say("one").say("two").said()).containsExactly("v");

    Talk clicked = telling(Settings.ValueScope.STORY);
    set(clicked, "k", Value.of("v"));
    clicked.say("one");
    assertThat(clicked.click(new Target.ToStory("b")).said()).containsExactly("v");
  }

  @Test
  void aSessionSpeaksTheLanguageOfItsContact() {
    Phrase hello = new Phrase(Map.of("en", Template.parse("Hello"), "es", Template.parse("Hola")));
    Action greet = new Action.Say(List.of(hello), null);
    Understood spanish = new Understood(1, "es", List.of(), 0, true, List.of());
    Understood german = new Understood(1, "de", List.of(), 0, true, List.of());
    Bot bot = bot(List.of(), Bots.general(step("s", greet).build()));

    assertThat(new Talk(bot).say("hm").said()).containsExactly("Hello");
    assertThat(new Talk(bot).input(new Input.Text("hola", List.of(), spanish)).said())
        .containsExactly("Hola");
    assertThat(new Talk(bot).input(new Input.Text("hallo", List.of(), german)).said())
        .containsExactly("Hello");
  }

  @Test
  void alternativesAreAllFilledAndOneIsDrawn() {
    Talk talk = running(say("a {{k}}", "b {{k}}"));
    set(talk, "k", Value.of("v"));
    enter(talk);
    Value.Obj action = talk.leg().sent().getFirst().action();

    assertThat(action.get("alternatives"))
        .isEqualTo(Value.List.of(Value.of("a v"), Value.of("b v")));
    assertThat(talk.said().getFirst()).isIn("a v", "b v");
  }

  @Test
  void aLoopEndsAtItsBudget() {
    Talk talk =
        new Talk(
            bot(
                List.of(),
                story(
                    "t",
                    step("s", say("tick")).next(arrow("o")).build(),
                    step("o", say("tock"), jump("s")).build())));

    assertThat(enter(talk).said()).hasSize(Limits.CLUSTAAR_STEPS_PER_TURN);
    assertThat(talk.tried(Why.Tried.BudgetReached.class))
        .containsExactly(new Why.Tried.BudgetReached("STEPS_PER_TURN"));
    assertThat(talk.leg().told().settled()).isTrue();
  }

  @Test
  void whatStandsAfterAJumpIsNotReachedUnlessItLeadsNowhere() {
    Bot bot =
        bot(
            List.of(),
            story(
                "t",
                step(
                        "s",
                        jump("o", Bots.value("k", new dev.dragoman.core.bot.ValueTest.IsSet())),
                        say("after"))
                    .build(),
                step("o", say("there")).build()));

    assertThat(enter(new Talk(bot)).said()).containsExactly("after");
    assertThat(enter(set(new Talk(bot), "k", Value.of("v"))).said()).containsExactly("there");
  }

  @Test
  void aPausedBotFollowsNoJump() {
    Bot bot =
        bot(
            List.of(),
            story(
                "t",
                step("s", say("bye"), new Action.PauseBot(), jump("o")).build(),
                step("o", say("there")).build()));

    assertThat(enter(new Talk(bot)).said()).containsExactly("bye", "pause_bot_action");
  }
}
