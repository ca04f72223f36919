package dev.dragoman.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void dropsTheRegionOfATag() {
    assertThat(Language.ofTag("pt-BR")).isEqualTo(Language.PT);
    assertThat(Language.ofTag("zh_Hant_TW")).isEqualTo(Language.ZH);
    assertThat(Language.ofTag("EN")).isEqualTo(Language.EN);
  }

  @Test
  void refusesWhatIsNoCode() {
    for (String bad : new String[] {"", "e", "engl", "e1", "ES"}) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> new Language(bad));
    }
  }
}
