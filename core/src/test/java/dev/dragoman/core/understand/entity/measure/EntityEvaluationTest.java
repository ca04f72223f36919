package dev.dragoman.core.understand.entity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recognisers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityEvaluationTest {
  private static final String TEXT = "on Friday or so";

  @Test
  void countsACaseAsRightOnlyWhenNothingIsMissingOrTooMuch() {
    EntitySpan friday = found("date", "2026-11-20", Map.of());

    assertThat(rate("date", List.of(friday), expected(3, 9, "2026-11-20")).values()).isOne();
    assertThat(rate("date", List.of(), expected(3, 9, "2026-11-20")).spans()).isZero();
    assertThat(rate("date", List.of(friday)).spans()).isZero();
    assertThat(rate("date", List.of(friday), expected(3, 8, "2026-11-20")).spans()).isZero();
  }

  @Test
  void tellsRightSpansFromRightValues() {
    PassRate rate =
        rate("date", List.of(found("date", "2026-11-20", Map.of())), expected(3, 9, "2026-11-13"));

    assertThat(rate).isEqualTo(new PassRate(1, 1, 0));
  }

  @Test
  void comparesPastAndFutureReadingsTogether() {
    EntitySpan friday = found("date", "2026-11-27", Map.of(EntitySpan.PAST, "2026-11-20"));

    assertThat(rate("date", List.of(friday), expected(3, 9, "2026-11-20", "2026-11-27")).values())
        .isOne();
    assertThat(rate("date", List.of(friday), expected(3, 9, "2026-11-27")).values()).isZero();
  }

  @Test
  void comparesNumbersAsNumbersInTheMarksOfTheLanguage() {
    assertThat(number(Language.ES, "0.333333333333333", "0,333333333333333")).isTrue();
    assertThat(number(Language.ZH, "1232000000000000", "1.232E+15")).isTrue();
    assertThat(number(Language.EN, "5%", "5%")).isTrue();
    assertThat(number(Language.EN, "5%", "5")).isFalse();
    assertThat(number(Language.EN, "0.5", "0,5")).isFalse();
  }

  @Test
  void comparesTheCurrencyOnlyWhereItIsExpected() {
    EntitySpan euro = found("money", "5", Map.of("unit", "Euro", "currency", "EUR"));
    ExpectedSpan unit = new ExpectedSpan(3, 9, Set.of("5"), "Euro", null);
    ExpectedSpan other = new ExpectedSpan(3, 9, Set.of("5"), "Euro", "USD");

    assertThat(rate("money", List.of(euro), unit).values()).isOne();
    assertThat(rate("money", List.of(euro), other).values()).isZero();
  }

  @Test
  void findsNothingForATypeNobodyRecognises() {
    EntityCase one = new EntityCase("colour", Language.EN, TEXT, null, List.of(expected(3, 9, "")));
    EntityEvaluation figures = EntityEvaluation.of(List.of(one), new Recognisers(Map.of()));

    assertThat(figures.types()).containsEntry("colour", new PassRate(1, 0, 0));
    assertThat(figures.languages()).containsOnlyKeys("en");
    assertThat(figures.misses()).containsExactly(new EntityEvaluation.Miss(one, List.of()));
  }

  private static boolean number(Language language, String value, String wanted) {
    EntityCase one =
        new EntityCase("number", language, TEXT, null, List.of(expected(3, 9, wanted)));
    return evaluate(one, List.of(found("number", value, Map.of()))).rightValues() == 1;
  }

  private static PassRate rate(String type, List<EntitySpan> found, ExpectedSpan... expected) {
    return evaluate(new EntityCase(type, Language.EN, TEXT, null, List.of(expected)), found);
  }

  private static PassRate evaluate(EntityCase one, List<EntitySpan> found) {
    Recognisers recognisers =
        new Recognisers(Map.of(one.type(), (text, language, reference) -> found));
    PassRate rate = EntityEvaluation.of(List.of(one), recognisers).types().get(one.type());
    assertThat(rate).isNotNull();
    return rate == null ? PassRate.NONE : rate;
  }

  private static EntitySpan found(String type, String value, Map<String, String> details) {
    return new EntitySpan(type, 3, 9, "Friday", value, details);
  }

  private static ExpectedSpan expected(int start, int end, String... values) {
    return new ExpectedSpan(start, end, Set.of(values), null, null);
  }
}
