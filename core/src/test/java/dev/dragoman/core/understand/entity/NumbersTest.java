package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.NumberSpan.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void findsPlacesInAnOrder() {
    assertOrdinal("the twenty-first of May", Language.EN, "twenty-first", 21);
    assertOrdinal("on the 3rd", Language.EN, "3rd", 3);
    assertOrdinal("el vigésimo primero", Language.ES, "vigésimo primero", 21);
    assertOrdinal("el 4to piso", Language.ES, "4to", 4);
    assertOrdinal("le 1er mai", Language.FR, "1er", 1);
    assertOrdinal("a 2ª vez", Language.PT, "2ª", 2);
    assertOrdinal("第三个", Language.ZH, "第三", 3);
  }

  @Test
  void findsNumbersThatTouchAUnit() {
    assertThat(Numbers.find("29km", Language.EN))
        .containsExactly(new NumberSpan(0, 2, BigDecimal.valueOf(29), Kind.CARDINAL));
  }

  @Test
  void keepsLargeWholeNumbersExact() {
    String digits = "202107211321363588510367";
    assertThat(Numbers.find(digits, Language.EN))
        .containsExactly(new NumberSpan(0, 24, new BigDecimal(digits), Kind.CARDINAL));
  }

  private static void assertOrdinal(String text, Language language, String part, int value) {
    int start = text.indexOf(part);
    assertThat(Numbers.find(text, language))
        .containsExactly(
            new NumberSpan(start, start + part.length(), BigDecimal.valueOf(value), Kind.ORDINAL));
  }
}
