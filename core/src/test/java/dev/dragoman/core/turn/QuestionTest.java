package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.answer;
import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.ask;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static dev.dragoman.core.turn.Bots.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a step that waits for an answer does with answers, other words, and silence.
class QuestionTest {
  private static final Step NUDGE = step("nudge", say("Still there?")).build();

  private static Talk asked(Bots.StepBuilder question, Step... more) {
    Step[] steps = new Step[more.length + 1];
    steps[0] = question.build();
    System.arraycopy(more, 0, steps, 1, more.length);
    Bot bot =
        bot(1, Bots.withWebhook(), List.of(intent("order", "a pizza")), story("order", steps));
    return new Talk(bot).say("a pizza");
  }

  private static Bots.StepBuilder when() {
    return step("when", say("When?"));
  }

  private static EntitySpan date(String text, String value) {
    return new EntitySpan("date", 0, text.length(), text, value, Map.of());
  }

  @Test
  void anOpenQuestionTakesEveryWord() {
    Talk talk =
        asked(when().open("day").next(arrow("done")), step("done", say("{{day}}, then")).build());

    assertThat(talk.say("whenever").said()).containsExactly("whenever, then");
  }

  @Test
  void anOpenQuestionOfAKindTakesItsCanonicalValue() {
    var question = new Question.Open(ask("day", 0), "date");
    Talk talk =
        asked(when().asks(question).next(arrow("done")), step("done", say("{{day}}")).build());

    assertThat(talk.say("hm").said()).containsExactly("When?");
    assertThat(talk.say("tomorrow", List.of(), date("tomorrow", "2025-11-21")).said())
        .containsExactly("2025-11-21");
  }

  @Test
  void askingAgainShowsWhatWasShownAndDoesNothingTwice() {
    Action mail =
        new Action.Outside(
            Action.OutsideKind.EMAIL, Value.Obj.of("recipient", Value.of("a@b.c")), false);
    var question = new Question.Open(ask("day", 0), "date");
    Talk talk =
        asked(step("when", say("When?"), Bots.store("n", "1", true, false), mail).asks(question));

    assertThat(talk.told(Event.OutsideRequested.class)).hasSize(1);
    talk.say("hm");

    assertThat(talk.said()).containsExactly("When?");
    assertThat(talk.told(Event.OutsideRequested.class)).isEmpty();
    assertThat(talk.value("n")).isEqualTo("1");
  }

  @Test
  void aClosedAnswerLeadsToItsStepAndKeepsItsLabel() {
    Talk talk =
        asked(
            step("size", say("Which size?"))
                .closed(0, answer("Small", "done"), answer("Large", null)),
            step("done", say("{{answer}} it is")).build());

    assertThat(talk.say("SMALL").said()).containsExactly("Small it is");
    assertThat(talk.tried(Why.Tried.AnswerTested.class).getFirst().answerId()).isEqualTo("Small");
  }

  @Test
  void anAnswerWithoutTargetGoesWhereNextDecides() {
    Talk talk =
        asked(
            step("size", say("Which size?"))
                .closed(0, answer("Small", null), answer("Large", null))
                .next(
                    arrow("large", value("answer", new ValueTest.Equals("large"))), arrow("other")),
            step("large", say("Big one")).build(),
            step("other", say("Little one")).build());

    assertThat(talk.say("large").said()).containsExactly("Big one");
  }

  @Test
  void aLabelWithAPlaceIsFilledWhenItIsKept() {
    Talk talk =
        asked(step("size", say("Which size?")).closed(0, answer("Size {{n}}", null)))
            .input(new Input.SetValues(Value.Obj.of("n", Value.of(7)), false))
            .say("size");

    assertThat(talk.value("answer")).isEqualTo("Size 7");
  }

  @Test
  void theCatchAllTakesWhatFitsNone() {
    var question =
        new Question.Closed(
            ask("answer", 0), List.of(answer("Small", null)), new Target.ToStep("other"));
    Talk talk =
        asked(
            step("size", say("Which size?")).asks(question),
            step("other", say("As you say: {{answer}}")).build());

    assertThat(talk.say("gigantic").said()).containsExactly("As you say: gigantic");
  }

  @Test
  void anAnsweredQuestionIsOverWhereTheStoryEnds() {
    Talk talk = asked(when().open("day")).say("today");

    assertThat(talk.value("day")).isEqualTo("today");
    assertThat(talk.session().at().stepId()).isNull();
    assertThat(talk.say("thank you").value("day")).isEqualTo("today");
    assertThat(talk.say("a pizza").said()).containsExactly("When?");
  }

  @Test
  void silenceLeadsToTheTimeOutOnce() {
    Talk talk = asked(when().asks(new Question.Open(Bots.impatient("nudge", null), null)), NUDGE);
    int generation = talk.state.timers().getFirst().generation();

    talk.later(59_000).input(new Input.TimerDue(generation));
    assertThat(talk.refusal()).isNotNull();

    talk.later(2_000).input(new Input.TimerDue(generation));
    assertThat(talk.said()).containsExactly("Still there?");
    assertThat(talk.state.timers()).isEmpty();
    assertThat(talk.leg().told().settled()).isTrue();
  }

  @Test
  void wordsThatAreNoAnswerStartTheSilenceAnew() {
    Talk talk = asked(when().asks(new Question.Open(Bots.impatient("nudge", null), "date")), NUDGE);

    talk.later(50_000).say("hm").later(50_000).say("well");
    assertThat(talk.said()).containsExactly("When?");
    assertThat(talk.state.timers()).hasSize(1);

    talk.later(61_000).input(new Input.Release());
    assertThat(talk.legs.get(talk.legs.size() - 2).sent()).hasSize(1);
  }

  @Test
  void anAnswerStopsTheClock() {
    Talk talk = asked(when().asks(new Question.Open(Bots.impatient("nudge", null), null)), NUDGE);

    assertThat(talk.say("today").state.timers()).isEmpty();
  }

  @Test
  void aDueTimerSpeaksBeforeTheTextThatCameLater() {
    Talk talk = asked(when().asks(new Question.Open(Bots.impatient("nudge", null), null)), NUDGE);

    talk.later(61_000).say("a pizza");

    assertThat(talk.last.decided().getFirst().leg().sent()).hasSize(1);
    assertThat(talk.last.decided()).hasSize(2);
    assertThat(talk.said()).containsExactly("When?");
  }

  @Test
  void theHookOfATimeOutHoldsTheWay() {
    HookCall hook = new HookCall("https://h.example/late", true, false);
    Talk talk = asked(when().asks(new Question.Open(Bots.impatient("nudge", hook), null)), NUDGE);
    int generation = talk.state.timers().getFirst().generation();

    talk.later(61_000).input(new Input.TimerDue(generation));
    assertThat(talk.said()).isEmpty();
    OpenHook out = Objects.requireNonNull(talk.state.waiting().blocking());

    talk.answerHook(new HookAnswer.Failed(HookAnswer.Reason.STATUS));
    assertThat(talk.said()).containsExactly("Still there?");
    assertThat(talk.leg().turnId()).isEqualTo(out.turnId());
  }

  @Test
  void silenceOfAPausedConversationIsNotAnswered() {
    Talk talk =
        asked(when().asks(new Question.Open(Bots.impatient("nudge", null), null)), NUDGE)
            .input(new Input.Pause())
            .later(61_000)
            .input(new Input.Release());

    assertThat(talk.last.decided().getFirst().leg().sent()).isEmpty();
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void theHookOfAnAnswerIsToldWhatWasAnswered() {
    Question.Answer yes =
        new Question.Answer(
            "yes",
            Bots.phrase("Yes"),
            Question.Hints.NONE,
            new Target.ToStep("nudge"),
            new HookCall("https://h.example/yes", true, false),
            false);
    Talk talk = asked(step("q", say("Sure?")).closed(0, yes), NUDGE).say("yes");
    Work.CallArrowHook call =
        talk.last.decided().getFirst().work().stream()
            .filter(Work.CallArrowHook.class::isInstance)
            .map(Work.CallArrowHook.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(call.answered().actualResponse()).isEqualTo("yes");
    assertThat(call.answered().classifiedLabel()).isEqualTo("Yes");
    assertThat(call.answered().sentText()).isEqualTo("Sure?");
    assertThat(talk.said()).isEmpty();
    talk.answerHook(new HookAnswer.Good(null, null, Value.Obj.EMPTY));
    assertThat(talk.said()).containsExactly("Still there?");
  }
}
