package dev.dragoman.core.understand.entity.words;

import java.util.List;
import java.util.Map;

/// What stands after a number, or before it, to make it a share of a hundred; folded.
public final class PercentWords {
  private PercentWords() {}

  /// Endings by language code, longer ones first.
  public static final Map<String, List<String>> AFTER =
      Map.of(
          "en",
          List.of(
              "percentages",
              "percentage points",
              "percentage",
              "percents",
              "percent",
              "per cents",
              "per cent",
              "pct"),
          "es",
          List.of("por ciento", "por cien", "porciento"),
          "fr",
          List.of(
              "pourcentages",
              "pourcentage",
              "pourcents",
              "pourcent",
              "pour cents",
              "pour cent",
              "pour-cent"),
          "pt",
          List.of("por cento", "porcento", "por cem"));

  /// Beginnings by language code.
  public static final Map<String, List<String>> BEFORE =
      Map.of(
          "en",
          List.of("percent of", "percents of", "per cent of", "per cents of", "percentage of"));
}
