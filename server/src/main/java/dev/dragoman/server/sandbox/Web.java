package dev.dragoman.server.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sandbox's own small HTTP server: the JDK's, so that nothing is shared with what is tested.
final class Web implements AutoCloseable {
  static final int MOST_BYTES = 4_000_000;
  private static final int BACKLOG = 1_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// A request that was read.
  @SuppressWarnings("ArrayRecordComponent") // Lives as long as its request; nobody compares it.
  record Asked(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    /// The parts of the path between its slashes.
    String[] parts() {
      return path.substring(1).split("/");
    }

    Value.Obj json() {
      return Json.read(body) instanceof JsonRead.Read(Value.Obj object) ? object : Value.Obj.EMPTY;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /// What goes back.
  sealed interface Answer {
    /// A whole answer.
    @SuppressWarnings("ArrayRecordComponent") // Written once, compared by nobody.
    record Whole(int status, String type, byte[] body) implements Answer {}

    /// The connection is closed instead.
    record BrokenOff() implements Answer {}
  }

  /// Answers requests, on a virtual thread each.
  interface Room {
    Answer answer(Asked asked) throws InterruptedException;
  }

  private Web(HttpServer server) {
    this.server = server;
  }

  static Web open(InetAddress host, int port, Room room) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
    Web web = new Web(server);
    server.setExecutor(web.threads);
    server.createContext("/", exchange -> handle(exchange, room));
    server.start();
    return web;
  }

  int port() {
    return server.getAddress().getPort();
  }

  static Answer json(int status, Value document) {
    return new Answer.Whole(status, "application/json", Json.write(document));
  }

  private static void handle(HttpExchange exchange, Room room) {
    try (exchange) {
      Map<String, String> headers = new LinkedHashMap<>();
      exchange.getRequestHeaders().forEach((name, all) -> headers.put(lower(name), all.getFirst()));
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      Asked asked =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              query(exchange.getRequestURI().getRawQuery()),
              headers,
              body);
      if (room.answer(asked) instanceof Answer.Whole(int status, var type, var bytes)) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException | IllegalArgumentException clientLeft) {
      System.err.println("sandbox: " + clientLeft);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.put(decoded(name), decoded(value));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
