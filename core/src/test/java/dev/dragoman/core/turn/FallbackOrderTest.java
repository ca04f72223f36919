package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.answer;
import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.general;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.jump;
import static dev.dragoman.core.turn.Bots.means;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static dev.dragoman.core.turn.Bots.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every row of the order in which a text is tried (contract clustaar §6.3).
class FallbackOrderTest {
  private static final List<Intent> INTENTS =
      List.of(
          intent("order", "a pizza"), intent("hours", "when are you open"), intent("yes", "sure"));
  private static final Story HOURS = story("hours", step("open", say("We open at ten")).build());
  private static final Story GENERAL = general(step("sorry", say("I am lost")).build());

  private static Story order(boolean fallback, boolean outside) {
    var size = step("size", say("Which size?")).links(arrow("done", means("yes")));
    return story(
        "order",
        (fallback ? size.fallback("Size, please", outside, 2) : size).build(),
        step("done", say("Done")).build());
  }

  private static Talk ordering(Story order) {
    return new Talk(bot(INTENTS, order, HOURS, GENERAL)).say("a pizza");
  }

  @Test
  void anIntentStartsItsStory() {
    Talk talk = ordering(order(false, false));

    assertThat(talk.said()).containsExactly("Which size?");
    assertThat(talk.leg().told().source()).isEqualTo(new Leg.Source.OfStep("size", "size"));
  }

  @Test
  void aLinkOfTheStepComesFirst() {
    assertThat(ordering(order(true, true)).say("sure").said()).containsExactly("Done");
  }

  @Test
  void withTheSwitchOnIntentsOutsideComeBeforeTheFallback() {
    assertThat(ordering(order(true, true)).say("when are you open").said())
        .containsExactly("We open at ten");
  }

  @Test
  void withTheSwitchOffTheFallbackKeepsTheContact() {
    Talk talk = ordering(order(true, false)).say("when are you open");

    assertThat(talk.said()).containsExactly("Size, please");
    assertThat(talk.leg().told().source()).isEqualTo(new Leg.Source.OfStepFallback("size", "size"));
    assertThat(talk.session().at().stepId()).isEqualTo("size");
  }

  @Test
  void withoutAnyFallbackTheStepMayBeLeft() {
    assertThat(ordering(order(false, false)).say("when are you open").said())
        .containsExactly("We open at ten");
  }

  @Test
  void aStoryFallbackAloneForbidsLeaving() {
    Talk talk = ordering(with(order(false, false), "Let us order first")).say("when are you open");

    assertThat(talk.said()).containsExactly("Let us order first");
    assertThat(talk.leg().told().source())
        .isEqualTo(new Leg.Source.OfStoryFallback("order", "order"));
  }

  @Test
  void theStepFallbackIsUsedUpThenTheStoryFallbackSpeaks() {
    Talk talk = ordering(with(order(true, false), "Let us order first"));

    assertThat(talk.say("hm").said()).containsExactly("Size, please");
    assertThat(talk.say("hm").said()).containsExactly("Size, please");
    assertThat(talk.say("hm").said()).containsExactly("Let us order first");
    assertThat(talk.session().at().stepId()).isEqualTo("size");
  }

  @Test
  void whenNothingIsLeftIntentsOutsideAreTriedAfterAll() {
    Talk talk = ordering(order(true, false)).say("hm").say("hm");

    assertThat(talk.say("when are you open").said()).containsExactly("We open at ten");
  }

  @Test
  void thenTheGeneralFallbackAnswersAsAStep() {
    Talk talk = ordering(order(false, false)).say("hm");

    assertThat(talk.said()).containsExactly("I am lost");
    assertThat(talk.leg().told().source()).isEqualTo(new Leg.Source.OfStep("sorry", "sorry"));
  }

  @Test
  void withoutAGeneralFallbackThereIsSilenceAndNoSource() {
    Talk talk = new Talk(bot(INTENTS, order(false, false))).say("hm");

    assertThat(talk.said()).isEmpty();
    assertThat(talk.leg().told().source()).isNull();
    assertThat(talk.leg().told().settled()).isTrue();
  }

  @Test
  void theQuestionComesBeforeTheLinksAndTheLinksBeforeTheIntents() {
    var size =
        step("size", say("Which size?"))
            .closed(0, answer("Small", "small"))
            .links(arrow("linked", means("hours")), arrow("linked", means("yes")));
    Story order =
        story(
            "order",
            size.build(),
            step("small", say("Small it is")).build(),
            step("linked", say("Linked")).build());
    Bot bot = bot(INTENTS, order, HOURS, GENERAL);

    assertThat(new Talk(bot).say("a pizza").say("small").said()).containsExactly("Small it is");
    assertThat(new Talk(bot).say("a pizza").say("when are you open").said())
        .containsExactly("Linked");
  }

  private static Story asking(int retries, String... fallback) {
    var size = step("size", say("Which size?")).closed(retries, answer("Small", "small"));
    if (fallback.length > 0) {
      size.fallback(fallback[0], false, 1);
    }
    return story("order", size.build(), step("small", say("Small it is")).build());
  }

  @Test
  void retriesComeBeforeTheFallbackOfTheStep() {
    Talk talk = new Talk(bot(INTENTS, asking(1, "Size, please"), HOURS, GENERAL)).say("a pizza");

    assertThat(talk.say("hm").said()).containsExactly("again");
    assertThat(talk.leg().told().source()).isEqualTo(new Leg.Source.OfStepFallback("size", "size"));
    assertThat(talk.say("hm").said()).containsExactly("Size, please");
    assertThat(talk.say("hm").said()).containsExactly("I am lost");
  }

  @Test
  void anOpenQuestionIsAskedAgainRatherThanMetWithSilence() {
    Talk talk = new Talk(bot(INTENTS, asking(0))).say("a pizza");

    for (int i = 0; i < 5; i++) {
      assertThat(talk.say("hm").said()).containsExactly("again");
      assertThat(talk.leg().told().source())
          .isEqualTo(new Leg.Source.OfStepFallback("size", "size"));
    }
    assertThat(talk.say("small").said()).containsExactly("Small it is");
  }

  @Test
  void theGeneralFallbackComesBeforeAskingOnceMore() {
    assertThat(new Talk(bot(INTENTS, asking(0), GENERAL)).say("a pizza").say("hm").said())
        .containsExactly("I am lost");
  }

  @Test
  void theGeneralFallbackForgetsNothing() {
    Talk talk = ordering(order(false, false));
    talk.input(new Input.SetValues(Value.Obj.of("size", Value.of("L")), false)).say("hm");

    assertThat(talk.said()).containsExactly("I am lost");
    assertThat(talk.value("size")).isEqualTo("L");
  }

  @Test
  void aFallbackThatJumpsLeadsOn() {
    Story order =
        new Story(
            "order",
            1,
            "order",
            List.of(new Trigger.OnIntent("order")),
            List.of(step("size", say("Which size?")).build(), step("done", say("Done")).build()),
            new Story.StoryFallback(List.of(say("Never mind."), jump("done"))),
            false);

    assertThat(ordering(order).say("hm").said()).containsExactly("Never mind.", "Done");
  }
}
