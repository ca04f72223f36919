package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.answer;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A step that waits until the integrator lets the session go on (contract treble §2.9).
class RequestTriggerTest {
  private static final HookCall SLOW = new HookCall("https://h.example/slow", true, false);
  private static final HookAnswer NOTHING =
      new HookAnswer.Good(null, new HookAnswer.Values(Value.Obj.EMPTY, false), Value.Obj.EMPTY);

  private static Step parked(String name, String next) {
    return step(name)
        .asks(
            new Question.Awaited(
                new Question.Ask(null, 0, List.of(), timeout()), new Target.ToStep(next), null))
        .build();
  }

  private static Question.Timeout timeout() {
    return new Question.Timeout(300_000, new Target.ToStep("sorry"), null);
  }

  private static Bot shop(Arrow toParked) {
    return bot(
        List.of(intent("order", "tea please")),
        story(
            "order",
            step("what", say("What?")).open("what").next(toParked).build(),
            parked("parked", "ready"),
            step("ready", say("Ready: {{teas}}")).closed(0, answer("Again", "parked")).build(),
            step("sorry", say("Sorry")).build()));
  }

  private static Bot shop() {
    return shop(new Arrow(List.of(), new Target.ToStep("parked"), SLOW));
  }

  /// The contact has answered and the hook is out.
  private static Talk called() {
    return new Talk(shop()).say("tea please").say("two");
  }

  private static Talk parked() {
    return called().answerHook(NOTHING);
  }

  private static Input update(Talk talk, String teas) {
    return new Input.SessionUpdated(talk.session().id(), Value.Obj.of("teas", Value.of(teas)));
  }

  @Test
  void theSessionWaitsInSilenceUntilItIsUpdated() {
    Talk talk = parked();

    assertThat(talk.said()).isEmpty();
    assertThat(talk.leg().told().settled()).isTrue();
    assertThat(talk.session().at().stepId()).isEqualTo("parked");

    talk.later(30_000).input(update(talk, "2"));

    assertThat(talk.said()).containsExactly("Ready: 2");
    assertThat(talk.told(Event.LetGo.class)).containsExactly(new Event.LetGo(talk.session().id()));
  }

  @Test
  void anUpdateFromInsideTheHookLetsItGoOnAsSoonAsItWaits() {
    Talk talk = called();
    talk.input(update(talk, "3"));

    assertThat(talk.said()).isEmpty();
    assertThat(talk.value("teas")).isEqualTo("3");
    assertThat(talk.answerHook(NOTHING).said()).containsExactly("Ready: 3");
  }

  @Test
  void itGoesOnExactlyOnceHoweverOftenItIsUpdated() {
    Talk talk = called();
    talk.input(update(talk, "3")).input(update(talk, "4")).answerHook(NOTHING);
    assertThat(talk.said()).containsExactly("Ready: 4");

    talk.input(update(talk, "5"));
    assertThat(talk.said()).isEmpty();
    assertThat(talk.value("teas")).isEqualTo("5");

    talk.say("again");
    assertThat(talk.session().at().stepId()).isEqualTo("parked");
    assertThat(talk.said()).isEmpty();
  }

  @Test
  void anUpdateWhileTheHookIsOutIsForgottenWhereNothingWaits() {
    Talk talk =
        new Talk(shop(new Arrow(List.of(), new Target.ToStep("ready"), SLOW)))
            .say("tea please")
            .say("two");
    talk.input(update(talk, "3")).answerHook(NOTHING).say("again");

    assertThat(talk.session().at().stepId()).isEqualTo("parked");
    assertThat(talk.said()).isEmpty();
  }

  @Test
  void whatTheContactSaysMeanwhileIsKeptAndMovesNothing() {
    Talk talk = parked().say("hello?").say("[REQUEST_TRIGGER]").say("tea please");

    assertThat(talk.said()).isEmpty();
    assertThat(talk.told(Event.Received.class)).hasSize(1);
    assertThat(talk.session().at().stepId()).isEqualTo("parked");
  }

  @Test
  void itsTimeoutIsASafetyNet() {
    Talk talk = parked().later(300_000).input(new Input.TimerDue(lastTimer()));

    assertThat(talk.said()).containsExactly("Sorry");
  }

  private static int lastTimer() {
    return parked().state.timers().getFirst().generation();
  }

  @Test
  void anotherSessionsUpdateAndOneThatIsOverAreStale() {
    Talk talk = parked();
    Input.SessionUpdated late = (Input.SessionUpdated) update(talk, "1");

    talk.input(new Input.SessionUpdated("other", late.values()));
    assertThat(talk.refusal()).isEqualTo(Decision.Refusal.STALE);

    talk.input(new Input.Close()).input(late);
    assertThat(talk.refusal()).isEqualTo(Decision.Refusal.STALE);
  }

  @Test
  void anUpdateOfAPausedSessionIsKeptAndSaysNothing() {
    Talk talk = parked().input(new Input.Pause());
    talk.input(update(talk, "2"));

    assertThat(talk.said()).isEmpty();
    assertThat(talk.value("teas")).isEqualTo("2");
  }
}
