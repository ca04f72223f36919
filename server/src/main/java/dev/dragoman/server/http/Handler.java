package dev.dragoman.server.http;

/// Answers requests of one route. Called on a virtual thread, may block.
@FunctionalInterface
public interface Handler {
  /// The answer; anything thrown becomes the door's [Problem.Internal].
  Response handle(Request request);
}
