package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dragoman.core.model.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts made to hurt. The limit of time is far above what linear work needs and far below what a
/// square of these lengths would take.
class HostileTextTest {
  private static final int REPEATS = 30_000;
  private static final List<Language> LANGUAGES =
      List.of(Language.EN, Language.ES, Language.FR, Language.PT, Language.ZH, new Language("de"));

  @ParameterizedTest
  @CsvSource({
    "number, en, '1,'",
    "number, en, '12,34,'",
    "number, fr, '1 000 '",
    "number, en, 'million '",
    "number, en, 'one and '",
    "number, es, 'mil'",
    "number, zh, 万",
    "number, zh, 二",
    "percentage, en, 'x=1%'",
    "percentage, zh, 半成",
    "money, en, '1 $ and '",
    "email, en, 'a@'",
    "email, en, '\"@'",
    "url, en, 'http://'",
    "url, en, 'a.com/)'"
  })
  void staysLinear(String type, String language, String piece) {
    Recogniser recogniser = Recognisers.builtIn().byType().get(type);
    assertThat(recogniser).isNotNull();
    String text = piece.repeat(REPEATS);
    assertTimeout(Duration.ofSeconds(4), () -> recogniser.find(text, new Language(language), null));
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
}
