package dev.dragoman.core.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table comes to what the plain definition comes to, whatever is asked.
class LanguageTableTest {
  private static final List<List<String>> BOTS =
      List.of(
          List.of("en", "es", "fr", "pt", "de", "it"),
          List.of("es", "en"),
          List.of("sw", "pt", "fr"),
          List.of("it"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi, is anybody there? my order hasn't arrived",
        "I'd like to speak to a human",
        "buenas, quería saber si tienen turno para mañana",
        "no me llego el pedido todavia",
        "bonjour, je voudrais changer mon rendez-vous",
        "j'ai pas reçu ma commande",
        "olá, gostaria de marcar uma consulta",
        "meu pedido ainda nao chegou",
        "guten Tag, ich möchte meinen Termin verschieben",
        "buongiorno, vorrei cambiare il mio appuntamento",
        "my 2 parcels\u00a0are lost!! see www.example.com/lost or https://shop.example/help please",
        "@ada write to ada@example.com, merci",
        "' '' 'twas THE cafe\u0301, naïveté & straße ﬁne",
        "Привет, where is my заказ",
        "東京 hotel",
        "a",
        "\t hola \n\u000b mundo \u2003 ",
        "\uD83D\uDC4D gracias \uD83D\uDC4D",
        "\uD800 hello \uDC00",
      })
  void scoresAreThoseOfTheDefinition(String text) {
    for (List<String> bot : BOTS) {
      LanguageGuess.Guess plain = PlainGuess.guess(bot, text);
      LanguageGuess.Guess guess = LanguageGuess.among(bot).guess(text);
      assertThat(guess.language()).as(text).isEqualTo(plain.language());
      assertThat(guess.confidence()).as(text).isEqualTo(plain.confidence(), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"the", "que", "reservación", "à", "xyzzy", "don't", "'", "ação", "ŝanĝo"})
  void everyWordWeighsWhatTheDefinitionSays(String word) {
    for (String language : LanguageSamples.BY_LANGUAGE.keySet()) {
      double[] scores = new double[1];
      int[] chosen = {LanguageTable.ALL.place(language)};
      LanguageTable.ALL.score("(" + word + ")", 1, 1 + word.length(), chosen, scores);
      assertThat(scores[0])
          .as(language)
          .isEqualTo(PlainGuess.score(language, List.of(word)), within(1e-9));
    }
  }
}
