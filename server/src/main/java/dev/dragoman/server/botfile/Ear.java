package dev.dragoman.server.botfile;

import dev.dragoman.core.conversation.Understood;

/// What is understood of a text before anything is decided. Implementations are thread-safe.
@FunctionalInterface
public interface Ear {
  /// The candidates for a text said in a language (ISO 639-1).
  Understood hear(String text, String language);
}
