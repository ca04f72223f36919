package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Timer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sessions that end by themselves, where their bot wants that (contract treble §5.6).
class ClosingTest {
  private static final long MINUTE = 60_000;

  private static Settings settings(Settings.Closing closing) {
    return Settings.standard().closing(closing);
  }

  private static Talk talk(boolean answered, long quietMinutes) {
    Settings.Closing closing = new Settings.Closing(answered, quietMinutes * MINUTE);
    return new Talk(
        bot(
            1,
            settings(closing),
            List.of(intent("order", "tea please"), intent("bye", "that is all")),
            story("order", step("what", say("What?")).open("what").build()),
            story("bye", step("thanks", say("Thank you")).build())));
  }

  private static boolean isOpen(Talk talk) {
    return talk.state.holder() instanceof Holder.Bot;
  }

  private static boolean ended(Talk talk) {
    return talk.legs.getLast().told().events().stream()
        .anyMatch(Event.SessionEnded.class::isInstance);
  }

  /// The time of the session's own timer comes.
  private static Talk ring(Talk talk) {
    Timer timer =
        talk.state.timers().stream()
            .filter(one -> one.purpose() instanceof Timer.Purpose.SessionQuiet)
            .findFirst()
            .orElseThrow();
    long millis = (timer.dueNanos() - talk.nowNanos()) / 1_000_000;
    return talk.later(millis).input(new Input.TimerDue(timer.generation()));
  }

  @Test
  void answeringAQuestionThatNothingFollowsClosesTheSession() {
    Talk talk = talk(true, 0).say("tea please");

    assertThat(isOpen(talk)).isTrue();

    talk.say("two");

    assertThat(ended(talk)).isTrue();
    assertThat(isOpen(talk)).isFalse();
  }

  @Test
  void sayingTheLastWordDoesNotCloseItButAnsweringItDoes() {
    Talk talk = talk(true, 0).say("that is all");

    assertThat(isOpen(talk)).isTrue();
    assertThat(ended(talk.say("bye bye"))).isTrue();
    assertThat(talk.said()).isEmpty();
  }

  @Test
  void whoWantsSomethingElseAtTheLastStepGetsIt() {
    Talk talk = talk(true, 0).say("that is all").say("tea please");

    assertThat(isOpen(talk)).isTrue();
    assertThat(talk.said()).containsExactly("What?");
  }

  @Test
  void otherBotsKeepTheirSessionsOpen() {
    Talk talk = talk(false, 0).say("tea please").say("two").say("that is all").say("bye bye");

    assertThat(isOpen(talk)).isTrue();
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void aQuietSessionIsClosedWhenItsTimeIsOver() {
    Talk talk = talk(false, 30).say("tea please");

    assertThat(ended(ring(talk))).isTrue();
    assertThat(isOpen(talk)).isFalse();
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void whoeverSpeaksMeanwhileHasTheWholeTimeAgain() {
    Talk talk = talk(false, 30).say("tea please");
    talk.later(20 * MINUTE).say("two");
    long spokeNanos = talk.state.progress().lastNanos();

    assertThat(isOpen(ring(talk))).isTrue();
    assertThat(ended(ring(talk))).isTrue();
    assertThat(talk.nowNanos())
        .isBetween(spokeNanos + 30 * 60_000_000_000L, spokeNanos + 31 * 60_000_000_000L);
  }

  @Test
  void aSilentBotIsWaitedFor() {
    Talk talk = talk(false, 30).say("tea please").input(new Input.Pause());

    assertThat(ended(ring(talk))).isFalse();

    talk.later(MINUTE).input(new Input.Release());

    assertThat(ended(ring(talk))).isFalse();
    assertThat(ended(ring(talk))).isTrue();
  }

  @Test
  void aSessionThatEndedLeavesNoTimer() {
    Talk talk = talk(false, 30).say("tea please").input(new Input.Close());

    assertThat(talk.state.timers()).isEmpty();
  }
}
