package dev.dragoman.core.bot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something a contact may want, taught by examples per language (ISO 639-1 code to sentences).
///
/// `priority` breaks near ties, higher first. `parameters` name the entities whose values the
/// intent hands to the session. `threshold` is the least score that accepts it, 0..1; null for the
/// bot's.
public record Intent(
    String id,
    String name,
    int priority,
    Map<String, List<String>> examples,
    List<Parameter> parameters,
    @Nullable Double threshold) {
  /// An intent that the bot's threshold accepts.
  public Intent(
      String id,
      String name,
      int priority,
      Map<String, List<String>> examples,
      List<Parameter> parameters) {
    this(id, name, priority, examples, parameters, null);
  }

  /// Copies the lists; refuses a threshold outside 0..1.
  public Intent {
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold of " + name + " is not within 0..1");
    }
    examples = Map.copyOf(examples);
    parameters = List.copyOf(parameters);
  }

  /// A value the intent hands over: `required` ones must occur or the intent does not match.
  public record Parameter(String name, String entity, boolean required) {}
}
