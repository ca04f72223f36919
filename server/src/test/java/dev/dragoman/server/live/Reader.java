package dev.dragoman.server.live;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Reads a stream over a socket of its own, as far as it is let.
final class Reader implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final Socket socket;
  private final List<Heard> heard = new ArrayList<>();
  private String position = "";
  private boolean ended;

  /// One event as it came.
  record Heard(String id, String event, Value.Obj body) {
    String conversation() {
      return String.valueOf(body.text("conversation"));
    }

    long sequence() {
      return ((Value.Num) body.get("sequence")).longValue();
    }
  }

  Reader(String url, String key, String path, String last) {
    URI server = URI.create(url);
    try {
      socket = new Socket(server.getHost(), server.getPort());
      String position = last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n";
      String head =
          "GET %s HTTP/1.1\r\nHost: test\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
              .formatted(path, key, position);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  /// Chunk sizes stand on lines of their own and mean nothing here.
  private void read() {
    String id = "";
    String event = "";
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("0")) {
          break; // the last chunk
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
          stands(id);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          byte[] data = line.substring(6).getBytes(StandardCharsets.UTF_8);
          add(new Heard(id, event, (Value.Obj) Json.read(data).orThrow()));
        }
      }
    } catch (IOException cut) {
      // Nobody reads any more.
    }
    synchronized (heard) {
      ended = true;
      heard.notifyAll();
    }
  }

  private void add(Heard one) {
    synchronized (heard) {
      heard.add(one);
      heard.notifyAll();
    }
  }

  private void stands(String id) {
    synchronized (heard) {
      position = id;
      heard.notifyAll();
    }
  }

  /// Waits until it has begun, and says where it stands.
  String begun() {
    await("its beginning", () -> !position.isEmpty());
    synchronized (heard) {
      return position;
    }
  }

  List<Heard> atLeast(int count) {
    return await(count + " events", () -> heard.size() >= count);
  }

  List<Heard> all() {
    return await("its end", () -> ended);
  }

  private List<Heard> await(String what, java.util.function.BooleanSupplier wanted) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (heard) {
      while (!wanted.getAsBoolean()) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("still waiting for " + what + "; heard " + heard);
        }
        try {
          heard.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError(e);
        }
      }
      return List.copyOf(heard);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
