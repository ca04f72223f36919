package dev.dragoman.core.bot;

import java.util.List;
import java.util.Map;

/// Something a contact may want, taught by examples per language (ISO 639-1 code to sentences).
///
/// `priority` breaks near ties, higher first. `parameters` name the entities whose values the
/// intent hands to the session.
public record Intent(
    String id,
    String name,
    int priority,
    Map<String, List<String>> examples,
    List<Parameter> parameters) {
  /// Copies the lists.
  public Intent {
    examples = Map.copyOf(examples);
    parameters = List.copyOf(parameters);
  }

  /// A value the intent hands over: `required` ones must occur or the intent does not match.
  public record Parameter(String name, String entity, boolean required) {}
}
