package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/// Tables of examples: a text, an arrow, and what is found in it, part by part; nothing after the
/// arrow where there is nothing to find.
final class Examples {
  private Examples() {}

  static void check(String type, Language language, String table) {
    Recogniser recogniser = Recognisers.builtIn().byType().get(type);
    assertThat(recogniser).as(type).isNotNull();
    SoftAssertions all = new SoftAssertions();
    for (String line : table.lines().toList()) {
      int arrow = line.indexOf("=>");
      assertThat(arrow).as(line).isPositive();
      String text = line.substring(0, arrow).strip();
      List<EntitySpan> found = recogniser.find(text, language, null);
      all.assertThat(text(found)).as(text).isEqualTo(line.substring(arrow + 2).strip());
      for (EntitySpan span : found) {
        all.assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
      }
    }
    all.assertAll();
  }

  private static String text(List<EntitySpan> found) {
    return found.stream().map(Examples::text).collect(Collectors.joining("; "));
  }

  private static String text(EntitySpan span) {
    String unit = span.details().getOrDefault("unit", "");
    String currency = span.details().getOrDefault("currency", "");
    return (span.text() + " = " + span.value() + " " + unit + " " + currency).stripTrailing();
  }
}
