package dev.dragoman.core.conversation;

import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The candidates of understanding: what depends on the text and the bot version alone.
///
/// `botVersion` is the publication whose model was asked (0: none was); `language` the guessed ISO
/// 639-1 code of the text, or null; `intents` the best few, highest score first; `coverage` the
/// share of the text's weight that training has seen, 0..1.
public record Understood(
    int botVersion,
    @Nullable String language,
    List<Scored> intents,
    double coverage,
    List<EntitySpan> entities) {
  /// Nothing was asked of the model.
  public static final Understood NOTHING = new Understood(0, null, List.of(), 0, List.of());

  /// Copies the lists.
  public Understood {
    intents = List.copyOf(intents);
    entities = List.copyOf(entities);
  }

  /// An intent with its honest score, 0..1; `exact` when the text equals one of its examples.
  public record Scored(String intentId, double score, boolean exact) {}
}
