package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.answer;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.phrase;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static dev.dragoman.core.turn.Bots.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.conversation.Work.Occasion;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a hook on an arrow is told of (contract treble §2).
class OccasionTest {
  private static final HookCall HOOK = new HookCall("https://h.example/", true, false);

  private static Work.Answered reported(Talk talk) {
    return talk.last.decided().getLast().work().stream()
        .filter(Work.CallArrowHook.class::isInstance)
        .map(work -> ((Work.CallArrowHook) work).answered())
        .findFirst()
        .orElseThrow();
  }

  private static Arrow hooked(Condition... when) {
    return new Arrow(List.of(when), new Target.ToEnd(), HOOK);
  }

  private static Talk chosen(Value.@Nullable Obj values, Arrow... ways) {
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story("go", step("choose").next(ways).build(), step("rest").build()));
    Talk talk = new Talk(bot);
    if (values != null) {
      talk.input(new Input.SetValues(values, false));
    }
    return talk.say("go on");
  }

  static List<Arguments> tests() {
    return List.of(
        Arguments.of(new ValueTest.Equals("7"), "EQ", "7"),
        Arguments.of(new ValueTest.Contains(List.of("7")), "CONT", "7"),
        Arguments.of(greater(ValueTest.Order.GREATER, "6"), "GT", "6"),
        Arguments.of(greater(ValueTest.Order.GREATER_OR_EQUAL, "7"), "GTEQ", "7"),
        Arguments.of(greater(ValueTest.Order.LESS, "8"), "LT", "8"),
        Arguments.of(greater(ValueTest.Order.LESS_OR_EQUAL, "7"), "LTEQ", "7"));
  }

  private static ValueTest greater(ValueTest.Order order, String bound) {
    return new ValueTest.Compares(order, new BigDecimal(bound));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void aWayOutOfAStepThatOnlyChoosesTellsItsTest(ValueTest test, String operator, String operand) {
    Talk talk = chosen(Value.Obj.of("n", Value.of("7")), hooked(value("n", test)));

    assertThat(reported(talk).occasion())
        .isEqualTo(new Occasion.Branch("n", "7", operator, operand));
  }

  @Test
  void theOppositeHasItsOwnWord() {
    Condition not = new Condition.Not(value("n", new ValueTest.Contains(List.of("x"))));
    Condition different = new Condition.Not(value("n", new ValueTest.Equals("x")));

    assertThat(reported(chosen(Value.Obj.of("n", Value.of("7")), hooked(not))).occasion())
        .isEqualTo(new Occasion.Branch("n", "7", "NCONT", "x"));
    assertThat(reported(chosen(Value.Obj.of("n", Value.of("7")), hooked(different))).occasion())
        .isEqualTo(new Occasion.Branch("n", "7", "DIFF", "x"));
  }

  @Test
  void theWayNoOtherFittedIsTheDefaultOne() {
    Talk talk =
        chosen(
            Value.Obj.of("n", Value.of("7")),
            hooked(value("n", new ValueTest.Equals("8"))),
            hooked());

    assertThat(reported(talk).occasion()).isEqualTo(new Occasion.Branch("n", "7", "DEFAULT", ""));
  }

  @Test
  void aWayOutOfAQuestionTellsTheAnswer() {
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story(
                "go",
                step("ask", say("Size?"))
                    .closed(0, answer("Large", null), answer("Small", null))
                    .next(hooked(value("answer", new ValueTest.Equals("large"))))
                    .build()));
    Work.Answered reported = reported(new Talk(bot).say("go on").say("the large one"));

    assertThat(reported.occasion()).isEqualTo(new Occasion.Response());
    assertThat(reported.actualResponse()).isEqualTo("the large one");
    assertThat(reported.classifiedLabel()).isEqualTo("Large");
    assertThat(reported.question()).isInstanceOf(Question.Closed.class);
  }

  @Test
  void silenceTellsTheQuestionNobodyAnswered() {
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story(
                "go",
                step("ask", say("Size?"))
                    .asks(new Question.Open(Bots.impatient("nudge", HOOK), null))
                    .build(),
                step("nudge", say("Well?")).build()));
    Talk talk = new Talk(bot).say("go on").later(60_000);
    talk.input(new Input.TimerDue(talk.state.timers().getFirst().generation()));
    Work.Answered reported = reported(talk);

    assertThat(reported.occasion()).isEqualTo(new Occasion.Silence());
    assertThat(reported.question()).isInstanceOf(Question.Open.class);
    assertThat(reported.sentText()).isEqualTo("Size?");
  }

  @Test
  void whoOptsOutIsTakenAtItsWord() {
    Question.Answer stop =
        new Question.Answer(
            "stop", phrase("Stop"), Question.Hints.NONE, new Target.ToEnd(), HOOK, true);
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story("go", step("ask", say("More?")).closed(0, answer("Yes", null), stop).build()));
    Talk talk = new Talk(bot).say("go on").say("stop");

    assertThat(reported(talk).occasion()).isEqualTo(new Occasion.OptOut());
    assertThat(talk.told(Event.OptedOut.class)).containsExactly(new Event.OptedOut("stop"));
    assertThat(talk.last.decided().getLast().work()).contains(new Work.OptOut());
    assertThat(talk.facts.attributes().get("optedOut")).isEqualTo(Value.Bool.TRUE);
  }

  @Test
  void numberedAnswersStandBelowTheTextAndAreChosenByNumber() {
    Question.Ask ask = new Question.Ask("answer", 1, List.of(), null);
    Question numbered =
        new Question.Closed(
            ask,
            List.of(answer("Yes", "yes"), answer("Stop", "no")),
            new Question.CatchAll(new Target.ToStep("other"), HOOK),
            true);
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story(
                "go",
                step("ask", say("May we write again? ")).asks(numbered).build(),
                step("yes", say("Thanks")).build(),
                step("no", say("Bye")).build(),
                step("other", say("Hm")).build()));
    Talk talk = new Talk(bot).say("go on");

    assertThat(talk.said()).containsExactly("May we write again? \n1) Yes\n2) Stop\n3) DEFAULT");
    assertThat(talk.session().at().sentText()).endsWith("3) DEFAULT");
    assertThat(talk.say("2").said()).containsExactly("Bye");
    Talk other = new Talk(bot).say("go on").say("who are you");
    assertThat(reported(other).classifiedLabel()).isEqualTo("DEFAULT");
  }
}
