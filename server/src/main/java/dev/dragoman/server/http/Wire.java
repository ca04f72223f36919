package dev.dragoman.server.http;

/// The way back to the client of one socket. Thread-safe; no call blocks.
public interface Wire {
  /// Queues a text message; false when the socket is over. A client that reads so slowly that too
  /// much waits for it is cut off.
  boolean send(String text);

  /// Says goodbye behind what is queued, with a code and a reason of RFC 6455 (≤ 123 bytes).
  void close(int code, String reason);

  /// Keeps a defect where operators look and closes the socket with 1011.
  void fail(Throwable defect);
}
