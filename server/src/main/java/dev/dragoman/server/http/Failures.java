package dev.dragoman.server.http;

/// Told of every defect that reached the listener, so that it is written down where operators look.
@FunctionalInterface
public interface Failures {
  /// Keeps the failure and returns a short reference that finds it again.
  String keep(String method, String path, Throwable failure);
}
