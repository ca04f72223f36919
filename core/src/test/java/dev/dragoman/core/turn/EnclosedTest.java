package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers that are places and files (contract treble §2.1.2).
class EnclosedTest {
  private static final Understood PLAIN = new Understood(1, null, List.of(), 0.5, true, List.of());
  private static final Value.Obj PIN =
      Value.Obj.builder()
          .put("latitude", new Value.Num("4.61"))
          .put("longitude", new Value.Num("-74.08"))
          .put("address", "")
          .build();
  private static final Value.Obj PHOTO =
      Value.Obj.builder().put("type", "image").put("url", "https://files.example/a.jpg").build();

  private static Talk asked(Question question) {
    Bot bot =
        bot(
            List.of(intent("go", "go on")),
            story("go", step("ask", say("?")).asks(question).build(), step("ask2").build()));
    return new Talk(bot).say("go on");
  }

  private static Talk asked() {
    return asked(new Question.Open(Bots.ask("x", 0), null));
  }

  private static Input.Text text(String text, Value... attachments) {
    return new Input.Text(text, List.of(attachments), PLAIN);
  }

  private static Value.Obj values(Talk talk) {
    return talk.state.holder().session().values();
  }

  @Test
  void aPlaceIsKeptAsAPlace() {
    Value pin = Value.Obj.builder().put("type", "location").put("location", PIN).build();
    Talk talk = asked().input(text("{\"latitude\":4.61}", pin));

    assertThat(values(talk)).isEqualTo(Value.Obj.of("x", PIN));
    assertThat(Plain.text(PIN)).isEqualTo("4.61, -74.08");
  }

  @Test
  void aPlaceThatIsNoneIsItsWords() {
    Value wrong = Value.Obj.of("location", Value.Obj.of("latitude", Value.of("north")));

    assertThat(values(asked().input(text("here", wrong))))
        .isEqualTo(Value.Obj.of("x", Value.of("here")));
  }

  @Test
  void aFileIsItsCaptionAndItsAddress() {
    assertThat(values(asked().input(text("my roof", PHOTO))))
        .isEqualTo(
            Value.Obj.builder()
                .put("x", "my roof")
                .put("x_file_url", "https://files.example/a.jpg")
                .build());
  }

  @Test
  void aFileWithoutACaptionHasNoWords() {
    for (String words : List.of("", "https://files.example/a.jpg")) {
      assertThat(values(asked().input(text(words, PHOTO))))
          .isEqualTo(
              Value.Obj.builder()
                  .put("x", "")
                  .put("x_file_url", "https://files.example/a.jpg")
                  .build());
    }
  }

  @Test
  void theAddressOfAnEarlierFileDoesNotStay() {
    Talk talk = asked().input(text("my roof", PHOTO)).say("go on").input(text("none today"));

    assertThat(values(talk).get("x_file_url")).isNull();
  }

  @Test
  void aFileThatIsNoneOfTheAnswersIsKeptByTheCatchAll() {
    Question closed =
        new Question.Closed(
            Bots.ask("x", 0), List.of(Bots.answer("Yes", null)), new Target.ToStep("ask2"));

    assertThat(values(asked(closed).input(text("look at this", PHOTO))).text("x_file_url"))
        .isEqualTo("https://files.example/a.jpg");
  }
}
