package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Fold;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A conversation while its webhook is out.
class HookTest {
  private static final Bot BOT =
      bot(
          1,
          Bots.withWebhook(),
          List.of(intent("order", "a pizza")),
          story("order", step("size", say("Which size, {{name}}?")).webhook().build()));
  private static final HookAnswer GOOD =
      new HookAnswer.Good(
          Value.List.of(
              Value.Obj.builder()
                  .put("type", "send_text_action")
                  .put("alternatives", Value.List.of(Value.of("{{name}} stays as it is")))
                  .build()),
          new HookAnswer.Values(Value.Obj.of("name", Value.of("Ada")), true),
          Value.Obj.of("plan", Value.of("gold")));

  private static Talk waiting() {
    return new Talk(BOT).say("a pizza");
  }

  @Test
  void theTurnIsNotSettledBeforeTheAnswer() {
    Talk talk = waiting();

    assertThat(talk.said()).isEmpty();
    assertThat(talk.leg().told().settled()).isFalse();
    assertThat(talk.state.timers()).hasSize(1);
  }

  @Test
  void aGoodAnswerReplacesActionsSessionAndAttributesUnderTheSameTurn() {
    Talk talk = waiting().answerHook(GOOD);

    assertThat(talk.said()).containsExactly("{{name}} stays as it is");
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
    assertThat(talk.leg().told().settled()).isTrue();
    assertThat(talk.leg().told().sessionValues()).isEqualTo(Value.Obj.of("name", Value.of("Ada")));
    assertThat(talk.facts.attributes().text("plan")).isEqualTo("gold");
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void aFailedHookRunsTheConfiguredActions() {
    assertThat(waiting().answerHook(new HookAnswer.Failed(HookAnswer.Reason.GARBAGE)).said())
        .containsExactly("Which size, ?");
  }

  @Test
  void anAnswerAfterTheDeadlineDoesNotCount() {
    Talk talk = waiting().later(Limits.HOOK_TIMEOUT_MILLIS).answerHook(GOOD);

    assertThat(talk.said()).containsExactly("Which size, ?");
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
    assertThat(talk.leg().told().sessionValues()).isEqualTo(Value.Obj.EMPTY);
    assertThat(talk.leg().told().why().tried().toString()).contains("RequestFailed: Timeout");
  }

  @Test
  void theTimesOfTheInstallationHoldForWhatItDecides() {
    Talk quick = new Talk(BOT).times(new TurnTimes(700, 300)).say("a pizza");
    long asked = quick.leg().moment().epochNanos();
    var hook = quick.state.waiting().blocking();

    assertThat(hook.deadlineNanos() - asked).isEqualTo(300 * Moment.NANOS_PER_MILLI);
    assertThat(hook.turnDeadlineNanos() - asked).isEqualTo(700 * Moment.NANOS_PER_MILLI);
    assertThat(quick.later(300).answerHook(GOOD).said()).containsExactly("Which size, ?");
  }

  @Test
  void aHookNeverOutlivesItsTurn() {
    Talk quick = new Talk(BOT).times(new TurnTimes(200, 300)).say("a pizza");
    var hook = quick.state.waiting().blocking();

    assertThat(hook.deadlineNanos()).isEqualTo(hook.turnDeadlineNanos());
  }

  @Test
  void textsWaitAndAreFoldedInOrderWhenTheHookSettles() {
    Talk talk = waiting().say("one").say("two");
    int before = talk.legs.size();

    talk.answerHook(GOOD);

    assertThat(talk.legs.subList(before, talk.legs.size()))
        .extracting(leg -> leg.turnId())
        .containsExactly("turn-1", "turn-2", "turn-3");
    assertThat(talk.state.waiting().pending()).isEmpty();
  }

  @Test
  void theThirtyThirdWaitingTextIsRefused() {
    Talk talk = waiting();
    for (int i = 0; i < Limits.PENDING_INPUTS; i++) {
      talk.say("more");
    }
    Decision refused = talk.say("too much").last.unrecorded().getFirst().why();

    assertThat(refused).isEqualTo(new Decision.Refused(Decision.Refusal.TOO_MANY_PENDING));
  }

  @Test
  void aWatchThatIsGivenUpClosesItsHookAndSettlesTheTurn() {
    Talk talk = waiting();
    Input givenUp = new Input.TimerGivenUp(talk.state.timers().getFirst().generation(), "X");

    talk.input(givenUp);
    assertThat(talk.said()).isEmpty();
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
    assertThat(talk.leg().told().settled()).isTrue();
    assertThat(talk.state.waiting().blocking()).isNull();
    assertThat(talk.state.timers()).isEmpty();
    assertThat(talk.input(givenUp).last.unrecorded())
        .extracting(Fold.Unrecorded::why)
        .containsExactly(new Decision.Refused(Decision.Refusal.STALE));
  }

  @Test
  void aSecondAnswerIsStale() {
    Talk talk = waiting();
    String callId = talk.state.waiting().blocking().callId();
    talk.answerHook(GOOD);
    var record = new dev.dragoman.core.conversation.HookRecord("POST", "", "", null, null, 1);

    assertThat(talk.input(new Input.HookSettled(callId, GOOD, record)).last.unrecorded())
        .extracting(unrecorded -> unrecorded.why())
        .containsExactly(new Decision.Refused(Decision.Refusal.STALE));
  }

  @Test
  void valuesFromOutsideAreTakenAtOnce() {
    Talk talk = waiting().input(new Input.SetValues(Value.Obj.of("name", Value.of("Bo")), false));

    assertThat(talk.session().values().text("name")).isEqualTo("Bo");
    assertThat(talk.state.waiting().blocking()).isNotNull();
  }

  @Test
  void aPauseMeanwhileLeavesTheLastWordToWhoeverPaused() {
    Talk talk = waiting().input(new Input.Pause()).answerHook(GOOD);

    assertThat(talk.said()).isEmpty();
    assertThat(talk.leg().told().settled()).isTrue();
  }
}
