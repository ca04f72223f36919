package dev.dragoman.core.conversation;

import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The candidates of understanding: what depends on the text and the bot version alone.
///
/// `botVersion` is the publication whose model was asked (0: none was); `language` the guessed ISO
/// 639-1 code of the text, or null; `intents` the best few, highest score first; `threshold` the
/// score from which the model accepts, 0..1; `covered` whether training has seen enough of the
// text.
public record Understood(
    int botVersion,
    @Nullable String language,
    List<Scored> intents,
    double threshold,
    boolean covered,
    List<EntitySpan> entities) {
  /// Nothing was asked of the model.
  public static final Understood NOTHING = new Understood(0, null, List.of(), 0, false, List.of());

  /// Copies the lists.
  public Understood {
    intents = List.copyOf(intents);
    entities = List.copyOf(entities);
  }

  /// An intent with its honest score, 0..1; `exact` when the text equals one of its examples.
  public record Scored(String intentId, double score, boolean exact) {}
}
