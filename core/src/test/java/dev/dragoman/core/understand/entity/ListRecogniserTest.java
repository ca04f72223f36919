package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.model.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRecogniserTest {
  private static final Recogniser TOWNS =
      new ListRecogniser(
          new EntityList(
              "town",
              Map.of(
                  "San Sebastián", List.of("Donostia"),
                  "San", List.of(),
                  "Zaragoza", List.of("Saragossa"),
                  "Bilbao", List.of("Bilbo"),
                  "上海", List.of())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to bilbao, please | Bilbao | 3 | 9",
        "BILBÁO! | Bilbao | 0 | 6",
        "bilbaa or so | Bilbao | 0 | 6",
        "bilbbao | Bilbao | 0 | 7",
        "a bed in san sebastian | San Sebastián | 9 | 22",
        "san  sebastán | San Sebastián | 0 | 13",
        "san tomas | San | 0 | 3",
        "zargoza | Zaragoza | 0 | 7",
        "zaragossa | Zaragoza | 0 | 9",
        "去上海吧 | 上海 | 1 | 3",
      })
  void aValueIsFoundByItsNamesWithOneTypo(String text, String value, int start, int end) {
    assertThat(TOWNS.find(text, Language.ES, null))
        .extracting(EntitySpan::value, EntitySpan::start, EntitySpan::end)
        .containsExactly(tuple(value, start, end));
  }

  @ParameterizedTest
  @CsvSource({"bilb", "sam", "zrgoza", "nothing of it", "san-sebastianito"})
  void whatIsFurtherAwayIsNot(String text) {
    assertThat(TOWNS.find(text, Language.ES, null))
        .extracting(EntitySpan::value)
        .doesNotContain("Bilbao", "Zaragoza", "San Sebastián");
  }
}
