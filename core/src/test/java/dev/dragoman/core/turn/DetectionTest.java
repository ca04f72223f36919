package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.means;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Understood.Scored;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Rule;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which of the scored intents a turn takes, and what it takes from the text with it.
class DetectionTest {
  private static final Bot BOT =
      bot(
          List.of(prior("low", 0), prior("high", 1), prior("mid", 0)),
          story("low", step("l", say("low")).build()),
          story("high", step("h", say("high")).build()),
          story("mid", step("m", say("mid")).build()));

  private static Intent prior(String name, int priority) {
    return new Intent(name, name, priority, Map.of(), List.of());
  }

  private static Scored scored(String intent, double score) {
    return new Scored(intent, score, false);
  }

  private static @Nullable String chosen(Scored... scored) {
    Talk talk = new Talk(BOT).say("x", List.of(scored));
    return talk.said().isEmpty() ? null : talk.said().getFirst();
  }

  private static Rule rule(boolean covered, Scored... scored) {
    Talk talk = new Talk(BOT).input(Talk.text("x", List.of(scored), covered));
    return talk.tried(Why.Tried.Detection.class).getFirst().rule();
  }

  @Test
  void theBestWinsFromItsThresholdOn() {
    assertThat(chosen(scored("low", 0.7), scored("mid", 0.6))).isEqualTo("low");
    assertThat(chosen(scored("low", 0.5))).isEqualTo("low");
    assertThat(chosen(scored("low", Math.nextDown(0.5)))).isNull();
  }

  @Test
  void priorityBreaksNearTiesWhereverTheyLie() {
    assertThat(chosen(scored("low", 0.601), scored("high", 0.599))).isEqualTo("high");
    assertThat(chosen(scored("low", 0.649), scored("high", 0.601))).isEqualTo("high");
    assertThat(chosen(scored("low", 0.70), scored("high", 0.64))).isEqualTo("low");
    assertThat(chosen(scored("low", 0.51), scored("high", 0.49))).isEqualTo("low");
  }

  @Test
  void anIntentMayNeedMoreOrLessThanTheOthers() {
    Intent strict = new Intent("strict", "strict", 0, Map.of(), List.of(), 0.8);
    Intent easy = new Intent("easy", "easy", 0, Map.of(), List.of(), 0.2);
    Bot bot =
        bot(
            List.of(strict, easy, prior("low", 0)),
            story("strict", step("s", say("strict")).build()),
            story("easy", step("e", say("easy")).build()),
            story("low", step("l", say("low")).build()));

    Talk talk = new Talk(bot).say("x", List.of(scored("strict", 0.79), scored("easy", 0.2)));
    assertThat(talk.said()).containsExactly("easy");
    var tried = talk.tried(Why.Tried.Detection.class).getFirst();
    assertThat(tried.threshold()).isEqualTo(0.5);
    assertThat(tried.results()).extracting(Why.Result::threshold).containsExactly(0.8, 0.2);
    assertThat(new Talk(bot).say("x", List.of(scored("strict", 0.8))).said())
        .containsExactly("strict");
    assertThat(new Talk(bot).say("x", List.of(scored("low", 0.49))).said()).isEmpty();
  }

  @Test
  void aRepeatedExampleNeedsNoScore() {
    Scored exact = new Scored("low", 0, true);

    assertThat(chosen(scored("high", 0.99), exact)).isEqualTo("low");
    assertThat(rule(false, exact)).isEqualTo(Rule.EXACT_EXAMPLE);
  }

  @Test
  void theRuleThatDecidedIsTold() {
    assertThat(rule(true, scored("low", 0.9))).isEqualTo(Rule.CLASSIFIER);
    assertThat(rule(true, scored("low", 0.1))).isEqualTo(Rule.UNDER_THRESHOLD);
    assertThat(rule(false, scored("low", 0.9))).isEqualTo(Rule.UNKNOWN_WORDS);
    assertThat(rule(true)).isEqualTo(Rule.NO_INTENT);
    assertThat(rule(true, scored("deleted", 0.9))).isEqualTo(Rule.NO_INTENT);
  }

  @Test
  void theFixedThresholdOfTheBotReplacesTheTrainedOne() {
    Settings plain = Settings.standard();
    Settings strict = new Settings(plain.zone(), 0.9, plain.valueScope(), null, 24);
    Bot bot =
        bot(1, strict, BOT.intents(), BOT.stories().toArray(dev.dragoman.core.bot.Story[]::new));

    assertThat(new Talk(bot).say("x", List.of(scored("low", 0.8))).said()).isEmpty();
    assertThat(new Talk(bot).say("x", List.of(scored("low", 0.9))).said()).containsExactly("low");
  }

  @Test
  void onlyTheIntentsOfTheLinksCompeteOnAStep() {
    Bot bot =
        bot(
            BOT.intents(),
            story(
                "low",
                step("l", say("low"))
                    .links(arrow("m", means("mid")))
                    .fallback("again", false, 9)
                    .build(),
                step("m", say("mid")).build()));
    Talk talk = new Talk(bot).say("x", List.of(scored("low", 0.9)));

    assertThat(talk.say("x", List.of(scored("low", 0.8), scored("mid", 0.1))).said())
        .containsExactly("again");
    assertThat(talk.say("x", List.of(scored("low", 0.8), scored("mid", 0.6))).said())
        .containsExactly("mid");
  }

  private static EntitySpan city(String name) {
    return new EntitySpan(
        "city", 0, name.length(), name, name.toUpperCase(java.util.Locale.ROOT), Map.of());
  }

  private static Bot travelling(boolean required) {
    Intent travel =
        new Intent(
            "travel",
            "travel",
            0,
            Map.of(),
            List.of(
                new Intent.Parameter("from", "city", required),
                new Intent.Parameter("to", "city", required)));
    return bot(
        List.of(travel),
        story(
            "travel",
            step("t", say("{{from}}-{{to}}")).links(arrow("u", means("travel"))).build(),
            step("u", say("now {{from}}-{{to}}")).build()));
  }

  @Test
  void parametersOfOneEntityTakeItsValuesInOrder() {
    Talk talk = new Talk(travelling(true));

    assertThat(talk.say("x", List.of(scored("travel", 1)), city("rome"), city("bern")).said())
        .containsExactly("ROME-BERN");
    assertThat(talk.say("x", List.of(scored("travel", 1)), city("oslo"), city("rome")).said())
        .containsExactly("now OSLO-ROME");
  }

  @Test
  void aRequiredParameterThatIsMissingRulesTheIntentOut() {
    List<Scored> travel = List.of(scored("travel", 1));

    assertThat(new Talk(travelling(true)).say("x", travel, city("rome")).said()).isEmpty();
    assertThat(new Talk(travelling(false)).say("x", travel, city("rome")).said())
        .containsExactly("ROME-");
  }

  @Test
  void theBestFewAreToldBestFirst() {
    List<Scored> many =
        new ArrayList<>(List.of(scored("mid", 0.2), scored("low", 0.3), scored("high", 0.29)));
    Talk talk = new Talk(BOT).say("x", many);
    Why.Tried.Detection detection =
        Objects.requireNonNull(talk.tried(Why.Tried.Detection.class)).getFirst();

    assertThat(detection.results())
        .extracting(Why.Result::intentId)
        .containsExactly("low", "high", "mid");
    assertThat(detection.accepted()).isNull();
  }
}
