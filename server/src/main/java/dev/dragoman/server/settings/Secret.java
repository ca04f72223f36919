package dev.dragoman.server.settings;

/// A value that must not reach a log: it prints as dots.
///
/// @param reveal the text itself
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "…";
  }
}
