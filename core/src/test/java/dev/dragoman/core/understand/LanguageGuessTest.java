package dev.dragoman.core.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
  private static final LanguageGuess ALL =
      LanguageGuess.among(List.of("en", "es", "fr", "pt", "de", "it", "zh"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | hi, is anybody there? my order hasn't arrived",
        "en | I'd like to speak to a human",
        "es | buenas, quería saber si tienen turno para mañana",
        "es | no me llego el pedido todavia",
        "fr | bonjour, je voudrais changer mon rendez-vous",
        "fr | j'ai pas reçu ma commande",
        "pt | olá, gostaria de marcar uma consulta",
        "pt | meu pedido ainda nao chegou",
        "de | guten Tag, ich möchte meinen Termin verschieben",
        "it | buongiorno, vorrei cambiare il mio appuntamento",
        "zh | 你好，我想改预约",
        "zh | 我的iPhone坏了",
      })
  void aSentenceTellsItsLanguage(String language, String text) {
    LanguageGuess.Guess guess = ALL.guess(text);
    assertThat(guess.language()).isEqualTo(language);
    assertThat(guess.confidence()).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "👍",
        "https://example.com/where/is/the/shop",
        "me@example.com",
        "Привет"
      })
  void whatSaysNothingIsTheFirstLanguageWithoutConfidence(String text) {
    LanguageGuess.Guess guess = LanguageGuess.among(List.of("pt", "en")).guess(text);
    assertThat(guess).isEqualTo(new LanguageGuess.Guess("pt", 0));
  }

  @Test
  void onlyDeclaredLanguagesAreGuessed() {
    assertThat(LanguageGuess.among(List.of("es", "en")).guess("bonjour tout le monde").language())
        .isIn("es", "en");
    assertThat(LanguageGuess.among(List.of("en", "fr")).guess("你好").confidence()).isZero();
  }

  @Test
  void japaneseIsNotTakenForChinese() {
    assertThat(LanguageGuess.among(List.of("en", "zh")).guess("東京に行きたいです").confidence()).isZero();
  }

  @Test
  void aLanguageWithoutSampleIsTakenOnlyWhenItIsTheFirst() {
    assertThat(LanguageGuess.among(List.of("sw", "en")).guess("12").language()).isEqualTo("sw");
    assertThat(LanguageGuess.among(List.of("sw")).guess("habari yako").confidence()).isZero();
  }

  @Test
  void hostileTextIsReadInBounds() {
    for (String text : List.of("\uD800".repeat(5000), "a".repeat(2_000_000), "' ".repeat(4000))) {
      assertThat(ALL.guess(text).confidence()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aBotHasALanguage() {
    assertThatThrownBy(() -> LanguageGuess.among(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
