package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Every cell of the table over [Engine]: each holder, each input, with a hook out and without.
class StateTableTest {
  private static final Bot BOT =
      bot(
          1,
          Bots.withWebhook(),
          List.of(intent("order", "a pizza"), intent("slow", "wait")),
          story("order", step("size", say("Which size?")).build()),
          story("slow", step("ask", say("Done")).webhook().build()));
  private static final HookAnswer GOOD =
      new HookAnswer.Good(
          null, new HookAnswer.Values(Value.Obj.of("k", Value.of("v")), false), Value.Obj.EMPTY);

  /// Where a conversation may stand.
  private enum State {
    NEW,
    BOT_HOLDS,
    PAUSED,
    PAUSED_BEFORE_ALL,
    ENDED,
    HOOK_OUT,
    HOOK_OUT_PAUSED,
    HOOK_OUT_ENDED;

    Talk talk() {
      return switch (this) {
        case NEW -> new Talk(BOT);
        case BOT_HOLDS -> new Talk(BOT).say("a pizza");
        case PAUSED -> BOT_HOLDS.talk().input(new Input.Pause());
        case PAUSED_BEFORE_ALL -> new Talk(BOT).input(new Input.Pause());
        case ENDED -> BOT_HOLDS.talk().input(new Input.Close());
        case HOOK_OUT -> new Talk(BOT).say("wait");
        case HOOK_OUT_PAUSED -> HOOK_OUT.talk().input(new Input.Pause());
        case HOOK_OUT_ENDED -> HOOK_OUT.talk().input(new Input.Close());
      };
    }

    boolean hookOut() {
      return name().startsWith("HOOK_OUT");
    }

    boolean paused() {
      return name().contains("PAUSED");
    }

    boolean ended() {
      return name().contains("ENDED");
    }

    boolean answers() {
      return !hookOut() && !paused();
    }
  }

  private static Holder.@Nullable Why why(Talk talk) {
    return talk.state.holder() instanceof Holder.Nobody(var why, _) ? why : null;
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aTextIsAnsweredReceivedOrQueued(State state) {
    Talk talk = state.talk().say("a pizza");

    assertThat(talk.said()).isEqualTo(state.answers() ? List.of("Which size?") : List.of());
    assertThat(talk.told(Event.Received.class)).hasSize(state.hookOut() ? 0 : 1);
    assertThat(talk.state.waiting().pending()).hasSize(state.hookOut() ? 1 : 0);
    assertThat(talk.leg().told().settled()).isEqualTo(!state.hookOut());
    boolean starts = state == State.NEW || state == State.ENDED;
    assertThat(talk.told(Event.SessionStarted.class)).hasSize(starts ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aClickOnWhatIsGoneIsRefusedEverywhere(State state) {
    Talk talk = state.talk();

    assertThat(talk.click(new Target.ToStep("gone")).refusal()).isEqualTo(Refusal.UNKNOWN_TARGET);
    assertThat(talk.click(new Target.ToStory("gone")).refusal()).isEqualTo(Refusal.UNKNOWN_TARGET);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void otherOrderedInputsWaitForTheHookToo(State state) {
    for (Input input :
        List.of(
            new Input.CustomEvent("E"),
            new Input.UrlLoaded("https://x.example/"),
            new Input.SatisfactionGiven("positive", null),
            new Input.GoTo(new Target.ToEnd(), null, Value.Obj.EMPTY))) {
      Talk talk = state.talk().input(input);

      assertThat(talk.state.waiting().pending()).hasSize(state.hookOut() ? 1 : 0);
      assertThat(talk.told(Event.Received.class)).hasSize(state.hookOut() ? 0 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void valuesAreStoredAndChangeNoHolder(State state) {
    Talk talk = state.talk();
    Holder.Why before = why(talk);

    talk.input(new Input.SetValues(Value.Obj.of("k", Value.of("v")), false));

    assertThat(talk.value("k")).isEqualTo("v");
    assertThat(why(talk)).isEqualTo(state == State.NEW ? null : before);
    boolean first = state == State.NEW || state == State.PAUSED_BEFORE_ALL;
    assertThat(talk.told(Event.SessionStarted.class)).hasSize(first ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aPauseSilencesOnceAndTheReleaseGivesBackWhatWas(State state) {
    Talk talk = state.talk().input(new Input.Pause());

    assertThat(why(talk)).isEqualTo(Holder.Why.PAUSED);
    assertThat(talk.told(Event.Paused.class)).hasSize(state.paused() ? 0 : 1);

    talk.input(new Input.Release());

    boolean noSession = state == State.NEW || state == State.PAUSED_BEFORE_ALL || state.ended();
    assertThat(why(talk)).isEqualTo(noSession ? Holder.Why.NEW : null);
    assertThat(talk.told(Event.Paused.class)).containsExactly(new Event.Paused(false));
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = Mode.MATCH_NONE, names = ".*PAUSED.*")
  void aReleaseWithoutPauseDoesNothing(State state) {
    Talk talk = state.talk();
    Holder before = talk.state.holder();

    talk.input(new Input.Release());

    assertThat(talk.state.holder()).isEqualTo(before);
    assertThat(talk.leg().told().events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void openingChangesNothing(State state) {
    Talk talk = state.talk().input(new Input.Open());

    assertThat(talk.leg().told().events()).isEmpty();
    assertThat(talk.state.holder()).isEqualTo(state.talk().state.holder());
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void aSessionEndsOnceHoweverOftenItIsClosed(State state) {
    Talk talk = state.talk().input(new Input.Close());
    boolean none = state == State.NEW || state == State.PAUSED_BEFORE_ALL || state.ended();

    assertThat(talk.told(Event.SessionEnded.class)).hasSize(none ? 0 : 1);
    assertThat(talk.input(new Input.Close()).leg().told().events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void whatIsNotThereIsStale(State state) {
    Talk talk = state.talk();
    HookRecord record = new HookRecord("POST", "", "", null, null, 1);

    assertThat(talk.input(new Input.TimerDue(99)).refusal()).isEqualTo(Refusal.STALE);
    assertThat(talk.input(new Input.Resume()).refusal()).isEqualTo(Refusal.STALE);
    assertThat(talk.input(new Input.HookSettled("gone", GOOD, record)).refusal())
        .isEqualTo(Refusal.STALE);
    assertThat(talk.state).isEqualTo(state.talk().state);
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = Mode.MATCH_ALL, names = "HOOK_OUT.*")
  void aTimerThatIsNotDueIsStale(State state) {
    Talk talk = state.talk();
    int generation = talk.state.timers().getFirst().generation();

    assertThat(talk.input(new Input.TimerDue(generation)).refusal()).isEqualTo(Refusal.STALE);
  }

  @ParameterizedTest
  @EnumSource(value = State.class, mode = Mode.MATCH_ALL, names = "HOOK_OUT.*")
  void aHookSettlesItsTurnWhateverHappenedMeanwhile(State state) {
    Talk talk = state.talk().answerHook(GOOD);

    assertThat(talk.said()).isEqualTo(state == State.HOOK_OUT ? List.of("Done") : List.of());
    assertThat(talk.value("k")).isEqualTo(state.ended() ? "" : "v");
    assertThat(talk.told(Event.HookClosed.class).getFirst().used()).isEqualTo(!state.ended());
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
    assertThat(talk.leg().told().settled()).isTrue();
    assertThat(talk.state.timers()).isEmpty();
  }
}
