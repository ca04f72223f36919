package dev.dragoman.server.http;

import java.util.List;

/// One family of routes with its own way to say what is wrong: a dialect, or the native API.
///
/// @param prefix what all its paths start with, such as `/clustaar`; empty for the root
/// @param routes tried in order
/// @param sockets where clients may open a WebSocket
/// @param problems how its clients are told
public record Door(
    String prefix, List<Route> routes, List<SocketRoute> sockets, Problems problems) {
  /// Copies the lists.
  public Door {
    routes = List.copyOf(routes);
    sockets = List.copyOf(sockets);
  }

  /// A door without sockets.
  public Door(String prefix, List<Route> routes, Problems problems) {
    this(prefix, routes, List.of(), problems);
  }

  /// Says what is wrong in the form of the door's clients.
  @FunctionalInterface
  public interface Problems {
    /// The answer for a problem; its status is the problem's unless the door has a reason.
    Response say(Problem problem);
  }
}
