package dev.dragoman.core.understand.entity.measure;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text and all entities of one type that it holds.
///
/// @param type the type of entity that is sought
/// @param language of the text
/// @param text what was written
/// @param reference when it was said, absent when it does not matter
/// @param spans what is to be found, in the order of the text; empty when there is nothing
public record EntityCase(
    String type,
    Language language,
    String text,
    @Nullable Reference reference,
    List<ExpectedSpan> spans) {
  /// Copies the spans.
  public EntityCase {
    spans = List.copyOf(spans);
  }
}
