package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a session does when its bot is published anew.
class MigrationTest {
  private static final long DAY = 24 * 3_600_000L;

  private static Step asking(String name, String nudge) {
    return step(name, say("Which size?"))
        .asks(new Question.Open(Bots.impatient(nudge, null), "size"))
        .build();
  }

  private static Bot version(int version, Story... stories) {
    return bot(version, Settings.standard(), List.of(intent("order", "a pizza")), stories);
  }

  private static Bot first() {
    return version(
        1, story("order", asking("size", "nudge"), step("nudge", say("Still there?")).build()));
  }

  private static Bot second(String step) {
    return version(
        2, story("order", asking(step, "nudge"), step("nudge", say("Hello again?")).build()));
  }

  private static Talk ordering() {
    return new Talk(first()).say("a pizza").publish(second("size"));
  }

  @Test
  void aSessionInUseKeepsItsVersion() {
    Talk talk = ordering().later(DAY / 48).say("hm");

    assertThat(talk.session().botVersion()).isEqualTo(1);
    assertThat(talk.told(Event.SessionMigrated.class)).isEmpty();
  }

  @Test
  void anIdleSessionMovesAndKeepsItsStep() {
    Talk talk = ordering().input(new Input.SetValues(Value.Obj.EMPTY, false));
    talk.later(60_001).input(new Input.Release()).later(DAY).say("hm");

    assertThat(talk.session().botVersion()).isEqualTo(2);
    assertThat(talk.told(Event.SessionMigrated.class))
        .containsExactly(new Event.SessionMigrated(1, 2, false));
    assertThat(talk.session().at().stepId()).isEqualTo("nudge");
  }

  @Test
  void silenceThatEndsLateIsAnsweredByTheNewVersion() {
    Talk talk = ordering();
    int generation = talk.state.timers().getFirst().generation();

    talk.later(DAY + 1).input(new Input.TimerDue(generation));

    assertThat(talk.said()).containsExactly("Hello again?");
    assertThat(talk.session().botVersion()).isEqualTo(2);
    assertThat(talk.say("a pizza").said()).containsExactly("Which size?");
  }

  @Test
  void aStoryWhoseStepIsGoneBeginsAnew() {
    Talk talk = answered().publish(second("other")).later(DAY + 1).say("hm");

    assertThat(talk.said()).containsExactly("Which size?");
    assertThat(talk.session().at().stepId()).isEqualTo("other");
    assertThat(talk.told(Event.SessionMigrated.class))
        .containsExactly(new Event.SessionMigrated(1, 2, true));
  }

  @Test
  void soItDoesWhenItsSilenceEndsInTheNewVersion() {
    Talk talk = new Talk(first()).say("a pizza").publish(second("other"));
    int generation = talk.state.timers().getFirst().generation();

    talk.later(DAY + 1).input(new Input.TimerDue(generation));

    assertThat(talk.said()).containsExactly("Which size?");
  }

  /// Nothing is waited for any more at the step that will be gone.
  private static Talk answered() {
    Bot plain = version(1, story("order", step("size", say("Which size?")).build()));
    return new Talk(plain).say("a pizza");
  }

  @Test
  void aClickLeadsWhereItSaysEvenIfTheStepIsGone() {
    Talk talk = answered().publish(second("other"));
    talk.later(DAY + 1).click(new Target.ToStep("nudge"));

    assertThat(talk.said()).containsExactly("Hello again?");
  }

  @Test
  void aSessionWhoseStoryIsGoneHearsTheTextAsIfItWereNowhere() {
    Bot other =
        version(
            2,
            story("else", step("x", say("x")).build()),
            new Story(
                "g",
                2,
                "g",
                List.of(),
                List.of(step("lost", say("I am lost")).build()),
                null,
                true));
    Talk talk = new Talk(first()).say("a pizza").publish(other).later(DAY + 1).say("hm");

    assertThat(talk.said()).containsExactly("I am lost");
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void anEndedSessionIsFollowedByOneOfTheNewVersionAtOnce() {
    Talk talk = ordering().input(new Input.Close()).say("a pizza");

    assertThat(talk.session().botVersion()).isEqualTo(2);
    assertThat(talk.told(Event.SessionStarted.class)).hasSize(1);
  }

  @Test
  void aConversationThatWaitsForAHookKeepsItsVersionHoweverLong() {
    Story slow = story("order", step("size", say("v1")).webhook().build());
    Talk talk =
        new Talk(bot(1, Bots.withWebhook(), List.of(intent("order", "a pizza")), slow))
            .say("a pizza")
            .publish(second("other"))
            .later(DAY + 1)
            .input(new Input.TimerDue(1));

    assertThat(talk.said()).containsExactly("v1");
  }
}
