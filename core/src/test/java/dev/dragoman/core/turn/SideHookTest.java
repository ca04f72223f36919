package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.calling;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Hooks that nobody waits for, and hooks of arrows that hold the way.
class SideHookTest {
  private static final Bot BOT =
      bot(
          List.of(),
          story(
              "t",
              step("side", say("on")).next(calling("rest", false)).build(),
              step("block", say("on")).next(calling("rest", true)).build(),
              step("rest", say("{{k}}.")).build()));

  private static Talk calls(int count) {
    Talk talk = new Talk(BOT);
    for (int i = 0; i < count; i++) {
      talk.click(new Target.ToStep("side"));
    }
    return talk;
  }

  private static HookAnswer sets(String value) {
    return new HookAnswer.Good(
        null, new HookAnswer.Values(Value.Obj.of("k", Value.of(value)), false), Value.Obj.EMPTY);
  }

  private static String call(Talk talk, int index) {
    return talk.state.waiting().side().get(index).callId();
  }

  @Test
  void theFlowGoesOnAndTheAnswersMergeInTheOrderTheyCome() {
    Talk talk = calls(2);
    assertThat(talk.said()).containsExactly("on", ".");
    assertThat(talk.leg().told().settled()).isTrue();
    String first = call(talk, 0);

    talk.answerHook(call(talk, 1), sets("second")).answerHook(first, sets("first"));

    assertThat(talk.value("k")).isEqualTo("first");
    assertThat(talk.leg().sent()).isEmpty();
    assertThat(talk.state.waiting().side()).isEmpty();
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void theNinthIsNotCalledAndTheFlowGoesOn() {
    Talk talk = calls(Limits.SIDE_HOOKS + 1);

    assertThat(talk.state.waiting().side()).hasSize(Limits.SIDE_HOOKS);
    assertThat(talk.state.timers()).hasSize(Limits.SIDE_HOOKS);
    assertThat(talk.said()).containsExactly("on", ".");
    assertThat(talk.told(Event.HookCalled.class)).isEmpty();
    assertThat(talk.tried(Why.Tried.BudgetReached.class))
        .containsExactly(new Why.Tried.BudgetReached("SIDE_HOOKS"));
  }

  @Test
  void aLateAnswerIsRecordedAsUnused() {
    Talk talk = calls(1);
    talk.later(Limits.HOOK_TIMEOUT_MILLIS + 1).answerHook(call(talk, 0), sets("late"));

    assertThat(talk.value("k")).isEmpty();
    assertThat(talk.told(Event.HookClosed.class).getFirst().used()).isFalse();
  }

  @Test
  void oneThatNeverAnswersIsLostByItself() {
    Talk talk = calls(3).later(Limits.HOOK_TIMEOUT_MILLIS + 1).input(new Input.Release());

    assertThat(talk.last.decided()).hasSize(4);
    assertThat(talk.state.waiting().side()).isEmpty();
    assertThat(talk.legs.get(3).told().why().tried().toString()).contains("RequestFailed: Lost");
  }

  @Test
  void theEndOfTheSessionForgetsThem() {
    Talk talk = calls(2);
    String callId = call(talk, 0);
    talk.input(new Input.Close());

    assertThat(talk.told(Event.HookClosed.class)).hasSize(2);
    assertThat(talk.state.timers()).isEmpty();
    assertThat(talk.answerHook(callId, sets("v")).refusal()).isEqualTo(Refusal.STALE);
  }

  @Test
  void theyTakeNoMoreThanTheirRoom() {
    Bot bot =
        bot(
            List.of(),
            Bots.general(step("g").next(calling("rest", false)).build()),
            story("t", step("rest", say("rest")).build()));
    Talk talk = new Talk(bot);
    String longText = "漢".repeat(Limits.MESSAGE_TEXT);
    for (int i = 0; i < Limits.SIDE_HOOKS; i++) {
      talk.input(Talk.text(longText, List.<Understood.Scored>of(), true));
    }

    assertThat(talk.state.waiting().side()).hasSize(1);
    assertThat(talk.said()).containsExactly("rest");
    assertThat(Pack.pack(talk.state).length).isLessThan(Limits.STATE_BYTES);
  }

  @Test
  void aBlockingArrowHoldsTheWayAndItsValuesAreThereAtOnce() {
    Talk talk = new Talk(BOT).click(new Target.ToStep("block"));
    assertThat(talk.said()).containsExactly("on");
    assertThat(talk.leg().told().settled()).isFalse();

    assertThat(talk.answerHook(sets("v")).said()).containsExactly("v.");
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
  }

  @Test
  void aWholeAnswerTellsWhatItTakesAway() {
    Talk talk = new Talk(BOT);
    talk.input(new Input.SetValues(Value.Obj.of("old", Value.of("x")), false));
    talk.click(new Target.ToStep("block"));
    Value.Obj whole = Value.Obj.of("k", Value.of("v"));
    talk.answerHook(new HookAnswer.Good(null, new HookAnswer.Values(whole, true), Value.Obj.EMPTY));

    assertThat(talk.session().values()).isEqualTo(whole);
    assertThat(talk.told(Event.ValueSet.class))
        .containsExactly(new Event.ValueSet("old", null), new Event.ValueSet("k", Value.of("v")));
  }

  @Test
  void aTurnThatHasSpentItsTimeCallsNoMore() {
    Bot chain =
        bot(
            List.of(),
            story(
                "t",
                step("a").next(calling("b", true)).build(),
                step("b").next(calling("c", true)).build(),
                step("c").next(calling("d", true)).build(),
                step("d", say("done")).build()));
    Talk talk = new Talk(chain).click(new Target.ToStep("a"));
    long end = talk.state.waiting().blocking().turnDeadlineNanos();

    HookAnswer failed = new HookAnswer.Failed(HookAnswer.Reason.UNREACHABLE);
    talk.later(9_000).answerHook(failed).later(9_000).answerHook(failed);
    OpenHook last = Objects.requireNonNull(talk.state.waiting().blocking());
    assertThat(last.deadlineNanos()).isEqualTo(end);
    talk.later(9_000).answerHook(failed);

    assertThat(talk.said()).containsExactly("done");
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
  }

  @Test
  void aLoopOverHooksIsBoundedLikeAnyOther() {
    Bot loop = bot(List.of(), story("t", step("a", say("x")).next(calling("a", true)).build()));
    Talk talk = new Talk(loop).click(new Target.ToStep("a"));
    int answers = 0;
    while (talk.state.waiting().blocking() != null) {
      talk.answerHook(new HookAnswer.Good(null, null, Value.Obj.EMPTY));
      answers++;
    }

    assertThat(answers).isEqualTo(Limits.CLUSTAAR_STEPS_PER_TURN);
    assertThat(talk.tried(Why.Tried.BudgetReached.class))
        .containsExactly(new Why.Tried.BudgetReached("STEPS_PER_TURN"));
  }

  @Test
  void timersDueTogetherRingInTheOrderTheyWereDue() {
    Talk talk = calls(1).later(1_000).click(new Target.ToStep("side"));
    List<String> calls = talk.state.waiting().side().stream().map(OpenHook::callId).toList();
    int before = talk.legs.size();

    talk.later(60_000).input(new Input.Release());

    assertThat(talk.legs.subList(before, before + 2))
        .extracting(leg -> ((Event.HookClosed) leg.told().events().getFirst()).callId())
        .isEqualTo(calls);
    assertThat(talk.legs.get(before + 1).moment().epochNanos())
        .isGreaterThan(talk.legs.get(before).moment().epochNanos());
  }

  @Test
  void aClockThatGoesBackLeavesTheConversationsOwnTimeGoingOn() {
    Talk talk = calls(1);
    long last = talk.state.progress().lastNanos();

    talk.later(-3_600_000).input(new Input.Release()).click(new Target.ToStep("rest"));

    assertThat(talk.leg().moment().epochNanos()).isGreaterThan(last);
    assertThat(talk.state.waiting().side()).hasSize(1);
    assertThat(talk.answerHook(call(talk, 0), sets("v")).value("k")).isEqualTo("v");
  }
}
