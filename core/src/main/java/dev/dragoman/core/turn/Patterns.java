package dev.dragoman.core.turn;

/// The port to the engine that runs authors' patterns: linear in the text, compiled once per bot
/// version. Implementations are thread-safe.
@FunctionalInterface
public interface Patterns {
  /// Compiles a pattern; throws `IllegalArgumentException` with a reason fit for its author when
  /// the syntax is wrong or the program larger than
  /// [dev.dragoman.core.model.Limits#PATTERN_PROGRAM_SIZE].
  Finder compile(String pattern);

  /// A compiled pattern.
  @FunctionalInterface
  interface Finder {
    /// Whether the pattern occurs somewhere in the text.
    boolean find(String text);
  }
}
