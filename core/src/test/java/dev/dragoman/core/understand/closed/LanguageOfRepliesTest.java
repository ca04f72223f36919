package dev.dragoman.core.understand.closed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.understand.LanguageGuess;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Short replies say little about their language: what counts is that a confident guess is right.
class LanguageOfRepliesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "pt", "zh"})
  void confidentGuessesAreRight(String language) {
    LanguageGuess guesses = LanguageGuess.among(List.of("en", "es", "fr", "pt", "zh"));
    int sure = 0;
    int right = 0;
    int all = 0;
    for (ClosedSet.Item item : ClosedSet.load(language).items()) {
      for (ClosedSet.Reply reply : item.replies()) {
        LanguageGuess.Guess guess = guesses.guess(reply.text());
        boolean confident = guess.confidence() >= 0.9;
        all++;
        sure += confident ? 1 : 0;
        right += confident && guess.language().equals(language) ? 1 : 0;
      }
    }
    System.out.printf(
        "language of replies, %s: %d sure of %d, %d right%n", language, sure, all, right);
    assertThat((double) right / sure).isGreaterThanOrEqualTo(0.95);
    assertThat((double) sure / all).isGreaterThanOrEqualTo(0.5);
  }
}
