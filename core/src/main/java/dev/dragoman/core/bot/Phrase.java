package dev.dragoman.core.bot;

import java.util.Map;

/// A text in one or more languages, each a template (ISO 639-1 code to template).
public record Phrase(Map<String, Template> templates) {
  /// Copies the map; a phrase says something in at least one language.
  public Phrase {
    templates = Map.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("a phrase has at least one language");
    }
  }

  /// A phrase without language or variable part, as hooks and rendered messages have it.
  public static Phrase literal(String text) {
    return new Phrase(Map.of("", Template.literal(text)));
  }

  /// The template for `language`, else for `fallback`, else any one (the same each time).
  public Template in(String language, String fallback) {
    Template exact = templates.get(language);
    if (exact != null) {
      return exact;
    }
    Template second = templates.get(fallback);
    return second != null
        ? second
        : templates.entrySet().stream().min(Map.Entry.comparingByKey()).orElseThrow().getValue();
  }

  /// The text of a phrase made by [#literal(String)] or holding no variable part.
  public String literalText() {
    return in("", "").literalText();
  }
}
