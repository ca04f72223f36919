package dev.dragoman.server.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// An integrator's receiver on a real socket: writes down what it got, then answers as told.
final class Inbox implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final HttpServer server;
  private final List<Got> got = new ArrayList<>();
  private volatile Conduct conduct;

  /// One request as it came.
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they came.
  record Got(String path, Map<String, String> headers, byte[] body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    Value.Obj json() {
      return (Value.Obj) Json.read(body).orThrow();
    }

    String type() {
      return json().text("type");
    }

    String conversation() {
      return json().text("conversation");
    }

    long sequence() {
      return ((Value.Num) json().get("sequence")).longValue();
    }
  }

  /// What to answer.
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply of(int status) {
      return new Reply(status, Map.of(), "");
    }
  }

  /// Decides the answer; may block.
  interface Conduct {
    Reply on(Got got) throws InterruptedException;
  }

  private Inbox(Conduct conduct) throws IOException {
    this.conduct = conduct;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  static Inbox answering(int status) {
    return that(_ -> Reply.of(status));
  }

  static Inbox that(Conduct conduct) {
    try {
      return new Inbox(conduct);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void from(Conduct now) {
    conduct = now;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    Got one =
        new Got(
            exchange.getRequestURI().getPath(), headers, exchange.getRequestBody().readAllBytes());
    synchronized (got) {
      got.add(one);
      got.notifyAll();
    }
    try (exchange) {
      Reply reply = conduct.on(one);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  List<Got> all() {
    synchronized (got) {
      return List.copyOf(got);
    }
  }

  /// Waits until what was received is as wanted, and returns it.
  List<Got> when(String what, Predicate<List<Got>> wanted) {
    return when(what, wanted, PATIENCE_SECONDS);
  }

  /// The same with more patience.
  List<Got> when(String what, Predicate<List<Got>> wanted, long seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    synchronized (got) {
      while (!wanted.test(got)) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("still waiting for " + what + "; got " + shown());
        }
        try {
          got.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError(e);
        }
      }
      return List.copyOf(got);
    }
  }

  private List<String> shown() {
    return got.stream()
        .map(one -> one.header("position") + " " + new String(one.body(), StandardCharsets.UTF_8))
        .toList();
  }

  /// Waits for so many requests.
  List<Got> atLeast(int count) {
    return when(count + " requests", all -> all.size() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
