package dev.dragoman.server.live;

import dev.dragoman.server.http.Response.Pieces;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends the stream of a reader that takes nothing for too long: an interrupt closes the socket its
/// thread writes to, and the reader comes back where it was. Nothing is kept for it meanwhile.
/// Thread-safe.
final class Patience implements AutoCloseable {
  private final Map<Thread, Long> since = new ConcurrentHashMap<>();
  private final long nanos;
  private final Thread watch;

  /// Waits for so long.
  Patience(long millis) {
    this.nanos = millis * 1_000_000;
    this.watch = Thread.ofPlatform().name("patience").daemon().start(() -> watch(millis));
  }

  /// Sends a piece on the thread that asks.
  void send(Pieces pieces, byte[] piece) throws IOException {
    Thread thread = Thread.currentThread();
    since.put(thread, System.nanoTime());
    try {
      pieces.send(piece);
    } finally {
      since.remove(thread);
    }
  }

  private synchronized void watch(long millis) {
    try {
      while (true) {
        wait(Math.max(1, millis / 10));
        long now = System.nanoTime();
        since.forEach(
            (thread, begun) -> {
              if (now - begun > nanos) {
                thread.interrupt();
              }
            });
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
