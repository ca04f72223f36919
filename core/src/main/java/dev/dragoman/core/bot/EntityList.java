package dev.dragoman.core.bot;

import java.util.List;
import java.util.Map;

/// A declared entity: canonical values, each with its synonyms (all languages together).
public record EntityList(String name, Map<String, List<String>> synonymsByValue) {
  /// Copies the map.
  public EntityList {
    synonymsByValue = Map.copyOf(synonymsByValue);
  }
}
