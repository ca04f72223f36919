package dev.dragoman.core.understand.closed;

import dev.dragoman.core.bot.Question.Hints;
import java.util.List;

/// One answer of a closed question as its author wrote it. Immutable.
///
/// @param id its own id, unique in the question
/// @param labels what is shown, once per language of the bot; templates already rendered
/// @param hints synonyms, examples, range and meaning
public record AnswerSpec(String id, List<String> labels, Hints hints) {
  /// Copies the list.
  public AnswerSpec {
    labels = List.copyOf(labels);
  }
}
