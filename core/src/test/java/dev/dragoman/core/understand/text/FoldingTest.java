package dev.dragoman.core.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "'¿Quiero una PIZZA, por favor!','quiero una pizza por favor'",
    "'  two\t\twords\n','two words'",
    "'Pequeña','pequena'",
    "'Straße','strasse'",
    "'ｆｕｌｌ ｗｉｄｔｈ？','full width'",
    "'don’t','dont'",
    "'don''t','dont'",
    "'e\u0301tude','etude'",
    "'İstanbul','istanbul'",
    "'مَرْحَبًا','مرحبا'",
    "'C++','c++'",
    "'你好，世界','你好 世界'",
    "'हिन्दी','हिन्दी'",
    "'👍🏽','👍🏽'",
  })
  void bringsWhatPeopleCallTheSameToOneForm(String written, String folded) {
    assertThat(Folding.fold(written)).isEqualTo(folded);
  }

  @Test
  void leavesNothingOfPunctuationAlone() {
    assertThat(Folding.fold("?!… — ")).isEmpty();
    assertThat(Folding.fold("")).isEmpty();
  }

  @Test
  void keepsUnpairedSurrogatesWithoutFailing() {
    assertThat(Folding.fold("a\uD800b\uDC00")).startsWith("a").hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", " two words", "two words ", "two  words", "Two words"})
  void spacesAreBroughtToOneForm(String written) {
    assertThat(Folding.fold(written)).isEqualTo("two words");
  }

  @Test
  void foldingAgainChangesNothing() {
    String once = Folding.fold("Ça « coûte » 10 €, ﬁn ! ǅ ŒUVRE");
    assertThat(Folding.fold(once)).isEqualTo(once);
  }
}
