package dev.dragoman.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// So many requests, each once and each with a good answer, over some connections.
final class Crowd {
  private static final int CONNECTIONS = 32;
  private static final int TRIES = 50;

  private final ServerProcess.Ready server;

  /// Hears what one request was answered.
  interface Heard {
    void heard(int number, HttpLine answer);
  }

  Crowd(ServerProcess.Ready server) {
    this.server = server;
  }

  /// Sends the requests 0 to `count` and returns the seconds it took.
  double all(int count, IntFunction<byte[]> request, Heard heard) throws IOException {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<IOException> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < CONNECTIONS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (HttpLine line = new HttpLine(server)) {
                      int mine = next.getAndIncrement();
                      while (mine < count && failures.isEmpty()) {
                        one(line, request.apply(mine));
                        heard.heard(mine, line);
                        mine = next.getAndIncrement();
                      }
                    } catch (IOException broken) {
                      failures.add(broken);
                    } catch (UncheckedIOException broken) {
                      failures.add(new IOException(broken));
                    }
                  }));
    }
    threads.forEach(Load::join);
    if (!failures.isEmpty()) {
      throw failures.peek();
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void one(HttpLine line, byte[] request) throws IOException {
    int status = line.exchange(request);
    for (int i = 1; i < TRIES && (status == 503 || status == 429); i++) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
      status = line.exchange(request);
    }
    if (status / 100 != 2) {
      throw new IOException("the server answered " + status + ": " + line.text());
    }
  }
}
