package dev.dragoman.core.bot.form;

/// What is wrong with a written form, and where: `actions[2].buttons[0].title`.
///
/// The path is empty when the whole value is meant.
public record FormDefect(String path, String message) {
  /// Path and message as one line.
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
