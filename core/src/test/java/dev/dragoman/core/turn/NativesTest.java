package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static dev.dragoman.core.turn.Bots.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values nobody has to set (contract treble §5.5). It is Thursday, 2025-11-20, 09:00 in GMT.
class NativesTest {
  private static Talk saying(Settings.Clock clock, String text) {
    Settings settings = Settings.standard().clock(clock);
    return new Talk(
        bot(
            1,
            settings,
            List.of(intent("a", "let us begin"), intent("b", "now the other")),
            story("a", step("a1", say(text)).build()),
            story("b", step("b1", say(text)).build())));
  }

  @Test
  void inGmtWeekdaysAreNumbersFromMonday() {
    assertThat(saying(Settings.Clock.GMT, "{{time}} {{weekday}}").say("let us begin").said())
        .containsExactly("09:00 4");
    assertThat(saying(Settings.Clock.ZONE, "{{time}} {{weekday}}").say("let us begin").said())
        .containsExactly("09:00 Thursday");
  }

  @Test
  void theCountryIsThatOfTheContactsNumber() {
    Talk talk = saying(Settings.Clock.ZONE, "[{{country_code}}]");

    assertThat(talk.say("let us begin").said()).containsExactly("[]");
    talk.attribute("countryCode", "+57");
    assertThat(talk.say("let us begin").said()).containsExactly("[+57]");
  }

  @Test
  void inboundAreTheWordsThatBeganTheStory() {
    Talk talk = saying(Settings.Clock.ZONE, "[{{inbound}}]");

    assertThat(talk.say("let us begin").said()).containsExactly("[let us begin]");
    assertThat(talk.say("now the other").said()).containsExactly("[now the other]");
  }

  @Test
  void aBotThatNeverLooksKeepsNoInbound() {
    Talk talk = saying(Settings.Clock.ZONE, "hello").say("let us begin");

    assertThat(talk.told(Event.ValueSet.class)).isEmpty();
  }

  @Test
  void conditionsTestThemAndWhatTheSessionHoldsGoesFirst() {
    Talk talk =
        new Talk(
            bot(
                1,
                Settings.standard()
                    .valueScope(Settings.ValueScope.SESSION)
                    .clock(Settings.Clock.GMT),
                List.of(intent("a", "let us begin")),
                story(
                    "a",
                    step("a1")
                        .next(
                            arrow("weekend", value("weekday", new ValueTest.Equals("6"))),
                            arrow("colombia", value("country_code", new ValueTest.Equals("+57"))))
                        .build(),
                    step("weekend", say("weekend")).build(),
                    step("colombia", say("colombia")).build())));
    talk.attribute("countryCode", "+57");

    assertThat(talk.say("let us begin").said()).containsExactly("colombia");
    talk.input(
        new dev.dragoman.core.conversation.Input.SetValues(
            Value.Obj.of("weekday", Value.of("6")), false));
    assertThat(talk.say("let us begin").said()).containsExactly("weekend");
  }
}
