package dev.dragoman.server.http;

import java.time.Duration;
import java.util.Optional;

/// A path below the door's prefix where clients open a WebSocket (RFC 6455), and who listens.
///
/// @param path exact, without places
public record SocketRoute(String path, Limits limits, Acceptor acceptor) {
  /// What one socket may cost.
  ///
  /// @param messageBytes the largest message, in one frame or many
  /// @param waitingBytes the most that may wait for a client that reads too slowly
  /// @param idle how long a client may be silent
  /// @param open how many sockets may be open on the route at once
  public record Limits(int messageBytes, int waitingBytes, Duration idle, int open) {}

  /// Lets a client in. Called on the socket's own virtual thread, may block.
  @FunctionalInterface
  public interface Acceptor {
    /// Who listens to the socket from now on.
    ///
    /// @param asked a parameter of the query of the handshake, by its name
    SocketListener opened(Query asked, Wire wire);
  }

  /// The query of the handshake.
  @FunctionalInterface
  public interface Query {
    /// The first parameter of that name.
    Optional<String> get(String name);
  }

  /// Hears one socket, on its own virtual thread: one message after the other.
  public interface SocketListener {
    /// A whole text message; anything thrown closes the socket with 1011.
    void text(String message);

    /// It is over, for whatever reason. Called once, last.
    void closed();
  }
}
