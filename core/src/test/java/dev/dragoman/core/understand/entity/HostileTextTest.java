package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dragoman.core.model.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts made to hurt. The limit of time is far above what linear work needs and far below what a
/// square of these lengths would take.
class HostileTextTest {
  private static final int REPEATS = 20_000;
  private static final List<Language> LANGUAGES =
      List.of(Language.EN, Language.ES, Language.ZH, new Language("de"));
  private static final List<String> PIECES =
      List.of(
          "7",
          "1,",
          "12,34,",
          "1 000 ",
          "1^",
          "- ",
          "a@",
          "\"@",
          "http://",
          "a.com/)",
          "million ",
          "one and ",
          "mil",
          "万",
          "百分之",
          "半成",
          "\uD83D");

  @Test
  void staysLinear() {
    for (String piece : PIECES) {
      String text = piece.repeat(REPEATS);
      assertTimeout(Duration.ofSeconds(5), () -> findAll(text), () -> "repeated: " + piece);
    }
  }

  @Test
  void findsNothingInNothing() {
    for (Language language : LANGUAGES) {
      for (Recogniser recogniser : Recognisers.builtIn().byType().values()) {
        assertThat(recogniser.find("", language, null)).isEmpty();
        assertThat(recogniser.find("\uD83D", language, null)).isEmpty();
      }
    }
  }

  @Test
  void takesNoEndlessDigitsForANumber() {
    Recogniser numbers = Recognisers.builtIn().byType().get("number");
    assertThat(numbers).isNotNull();
    for (Language language : LANGUAGES) {
      assertThat(numbers.find("9".repeat(10_000), language, null)).isEmpty();
    }
  }

  private static void findAll(String text) {
    for (Language language : LANGUAGES) {
      for (Recogniser recogniser : Recognisers.builtIn().byType().values()) {
        recogniser.find(text, language, null);
      }
    }
  }
}
