package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.core.turn.Patterns;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Re2PatternsTest {
  private final Patterns patterns = new Re2Patterns();

  @Test
  void a_pattern_is_found_anywhere_in_the_text() {
    Patterns.Finder postcode = patterns.compile("[0-9]{5}");

    assertThat(postcode.find("to 28013 Madrid")).isTrue();
    assertThat(postcode.find("to 2801 Madrid")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[z-a]", "(a)\\1", "(?=later)", "(?<!x)y", "*", "a{2,1}"})
  void what_the_engine_does_not_know_is_refused_with_a_reason(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patterns.compile(pattern))
        .withMessageStartingWith("is no pattern: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0-9]{300}", "((a{1,9}){1,9}){1,9}", "(a|b|c){200}"})
  void a_large_program_is_refused_with_its_size(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patterns.compile(pattern))
        .withMessageContaining("too large")
        .withMessageContaining("200 at most");
  }

  @Test
  void a_pattern_that_ruins_a_backtracking_engine_is_quick() {
    Patterns.Finder greedy = patterns.compile("^(a+)+$");

    assertThat(greedy.find("a".repeat(4_000) + "b")).isFalse();
  }
}
