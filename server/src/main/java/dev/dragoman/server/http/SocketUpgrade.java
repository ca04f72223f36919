package dev.dragoman.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Turns the request of a client into an open WebSocket (RFC 6455 §4.2).
final class SocketUpgrade implements Http1Upgrader, AutoCloseable {
  private static final long GRACE_NANOS = 2_000_000_000L;
  private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
  private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
  private static final HeaderName PROTOCOL = HeaderNames.create("Sec-WebSocket-Protocol");
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String PHOENIX = "phoenix";

  private final Map<String, Place> places = new HashMap<>();
  private final Failures failures;
  private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();

  private record Place(SocketRoute route, AtomicInteger open) {}

  SocketUpgrade(List<Door> doors, Failures failures) {
    this.failures = failures;
    for (Door door : doors) {
      for (SocketRoute route : door.sockets()) {
        places.put(door.prefix() + route.path(), new Place(route, new AtomicInteger()));
      }
    }
  }

  @Override
  public String supportedProtocol() {
    return "websocket";
  }

  /// Null where no socket is offered: the request goes on as any other.
  @Override
  public @Nullable ServerConnection upgrade(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    Place place = places.get(prologue.uriPath().path());
    if (place == null || !prologue.method().equals(Method.GET)) {
      return null;
    }
    String key = headers.first(KEY).map(String::strip).orElse("");
    if (!isKey(key) || !headers.first(VERSION).orElse("").equals("13")) {
      throw RequestException.builder()
          .type(DirectHandler.EventType.BAD_REQUEST)
          .message("not a handshake of RFC 6455")
          .build();
    }
    boolean phoenix = headers.first(PROTOCOL).filter(SocketUpgrade::offersPhoenix).isPresent();
    context.dataWriter().writeNow(BufferData.create(answer(key, phoenix)));
    boolean full = place.open().incrementAndGet() > place.route().limits().open();
    SocketRoute.Query query =
        name ->
            prologue.query().contains(name)
                ? Optional.of(prologue.query().get(name))
                : Optional.empty();
    SocketConnection connection =
        new SocketConnection(
            context, new SocketConnection.Opening(place.route(), query, failures, full));
    open.add(connection);
    return new Counted(connection, () -> gone(connection, place));
  }

  private void gone(SocketConnection connection, Place place) {
    open.remove(connection);
    place.open().decrementAndGet();
  }

  /// Says goodbye to everybody and gives them a moment to leave.
  @Override
  public void close() {
    List<SocketConnection> all = List.copyOf(open);
    all.forEach(connection -> connection.close(false));
    long until = System.nanoTime() + GRACE_NANOS;
    all.forEach(connection -> connection.awaitEnd(until - System.nanoTime()));
  }

  /// Counts a socket out when it is over.
  private record Counted(SocketConnection connection, Runnable gone) implements ServerConnection {
    @Override
    public void handle(io.helidon.common.concurrency.limits.Limit limit) {
      try {
        connection.handle(limit);
      } finally {
        gone.run();
      }
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == 16;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /// Newer Phoenix clients that carry a token offer the name of their protocol beside it.
  private static boolean offersPhoenix(String offered) {
    return Arrays.stream(offered.split(",")).map(String::strip).anyMatch(PHOENIX::equals);
  }

  private static byte[] answer(String key, boolean phoenix) {
    String accepted;
    try {
      accepted =
          Base64.getEncoder()
              .encodeToString(
                  MessageDigest.getInstance("SHA-1")
                      .digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
    return ("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Accept: "
            + accepted
            + (phoenix ? "\r\nSec-WebSocket-Protocol: " + PHOENIX : "")
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
