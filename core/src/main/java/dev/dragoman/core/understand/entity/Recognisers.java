package dev.dragoman.core.understand.entity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Which recogniser finds which type of entity. Immutable; others add their types with [#with].
///
/// @param byType recognisers by the name of the type they find, sorted by name
public record Recognisers(Map<String, Recogniser> byType) {
  /// Copies the map.
  public Recognisers {
    byType = Collections.unmodifiableMap(new TreeMap<>(byType));
  }

  /// The recognisers of this room: numbers, percentages, money, e-mail and web addresses.
  public static Recognisers builtIn() {
    return new Recognisers(
        Map.of(
            NumberRecogniser.TYPE,
            new NumberRecogniser(),
            PercentageRecogniser.TYPE,
            new PercentageRecogniser(),
            MoneyRecogniser.TYPE,
            new MoneyRecogniser(),
            EmailRecogniser.TYPE,
            new EmailRecogniser(),
            UrlRecogniser.TYPE,
            new UrlRecogniser()));
  }

  /// These recognisers and one more, which replaces an earlier one of the same type.
  public Recognisers with(String type, Recogniser recogniser) {
    Map<String, Recogniser> more = new TreeMap<>(byType);
    more.put(type, recogniser);
    return new Recognisers(more);
  }
}
