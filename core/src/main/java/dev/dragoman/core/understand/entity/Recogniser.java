package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds all entities of one type in a text. Implementations hold no state, may be shared between
/// threads, take time linear in the text, and never throw because of what the text holds.
@FunctionalInterface
public interface Recogniser {
  /// The entities of this type, in the order of the text and not overlapping.
  ///
  /// @param text what was written, of any length
  /// @param language of the text; one without grammar is read by its digits alone
  /// @param reference when it was said; absent when nobody knows, then relative dates are not found
  List<EntitySpan> find(String text, Language language, @Nullable Reference reference);
}
