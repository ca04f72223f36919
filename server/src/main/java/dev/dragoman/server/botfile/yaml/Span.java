package dev.dragoman.server.botfile.yaml;

/// The code points of a node in its file: `start` inclusive, `end` exclusive.
///
/// `flow` says that a collection is written in braces or brackets, `made` that the node was made
/// from another one and stands nowhere itself.
public record Span(int start, int end, boolean flow, boolean made) {
  /// The span of what stands nowhere.
  public static final Span MADE = new Span(0, 0, false, true);
}
