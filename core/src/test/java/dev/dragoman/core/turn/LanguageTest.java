package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.arrow;
import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// In which language a contact is spoken to, and when that changes inside a session.
class LanguageTest {
  private static final Action HELLO = say("Hello", "Hola");
  private static final Bot BOT =
      bot(
          List.of(intent("greet", "hi")),
          story("greet", step("one", HELLO).links(arrow("one")).build()));

  private static Action say(String english, String spanish) {
    return new Action.Say(
        List.of(new Phrase(Map.of("en", Template.parse(english), "es", Template.parse(spanish)))),
        null);
  }

  private static Input.Text text(String text, @Nullable String language) {
    List<Understood.Scored> greets = List.of(new Understood.Scored("greet", 1, true));
    return new Input.Text(
        text, List.of(), new Understood(1, language, greets, 0.5, true, List.of()));
  }

  private static List<String> answer(Talk talk, String text, @Nullable String language) {
    return talk.input(text(text, language)).said();
  }

  @Test
  void aSentenceInAnotherLanguageIsAnsweredInIt() {
    Talk talk = new Talk(BOT);

    assertThat(answer(talk, "hi", "en")).containsExactly("Hello");
    assertThat(answer(talk, "¿me puedes ayudar ahora?", "es")).containsExactly("Hola");
    assertThat(talk.tried(Why.Tried.LanguageChanged.class))
        .containsExactly(new Why.Tried.LanguageChanged("en", "es"));
    assertThat(answer(talk, "sí", null)).containsExactly("Hola");
  }

  @Test
  void aWordOrAGuessThatIsNotSureChangesNothing() {
    Talk talk = new Talk(BOT);

    assertThat(answer(talk, "hi", "en")).containsExactly("Hello");
    assertThat(answer(talk, "pizza por favor", "es")).containsExactly("Hello");
    assertThat(answer(talk, "one two three four", null)).containsExactly("Hello");
    assertThat(answer(talk, "wie geht es dir", "de")).containsExactly("Hello");
  }

  @Test
  void theContactsAttributeHasTheLastWord() {
    Talk talk = new Talk(BOT);
    assertThat(answer(talk, "hi", "en")).containsExactly("Hello");

    talk.attribute("language", "es");
    assertThat(answer(talk, "can you help me now", "en")).containsExactly("Hola");
    talk.attribute("language", "xx");
    assertThat(answer(talk, "can you help me now", "en")).containsExactly("Hello");
  }

  @Test
  void anActionChangesItForTheRestOfTheTurn() {
    Action switches =
        new Action.SetAttribute("language", Bots.phrase("es"), new Action.Arithmetic(false, false));
    Bot bot =
        bot(
            List.of(intent("greet", "hi")),
            story("greet", step("one", HELLO, switches, HELLO).build()));

    assertThat(answer(new Talk(bot), "hi", "en")).containsExactly("Hello", "Hola");
  }

  @Test
  void anAnswerToAnOpenQuestionSaysNothingAboutIt() {
    Bot bot =
        bot(
            List.of(intent("greet", "hi")),
            story(
                "greet",
                step("one", HELLO).open("address").next(arrow("two")).build(),
                step("two", HELLO).build()));
    Talk talk = new Talk(bot);
    assertThat(answer(talk, "hi", "en")).containsExactly("Hello");

    assertThat(answer(talk, "calle de la rosa cinco", "es")).containsExactly("Hello");
  }
}
