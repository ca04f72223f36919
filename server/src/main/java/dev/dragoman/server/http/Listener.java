package dev.dragoman.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.TlsConfig;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Listens on one address and hands every request to the door it belongs to.
///
/// Thread-safe. [#close()] stops accepting, lets what runs finish within the grace, then returns.
public final class Listener implements AutoCloseable {
  /// The largest body any route may take, in bytes.
  public static final int LARGEST_BODY = 34_000_000;

  /// Beyond this a client is cut off; up to it, it may finish sending and is told what is wrong.
  private static final int LARGEST_SENT = 64_000_000;

  private static final int HEADERS_BYTES = 8_192;

  private final WebServer server;
  private final SocketUpgrade sockets;

  /// Where and how to listen.
  ///
  /// @param port 0 for any free one
  /// @param grace how long a stop waits for requests that run
  /// @param tls certificate and key, or null for plain HTTP
  /// @param bodyBytes the largest body of a route that has no limit of its own
  /// @param front by which names, from which web pages and through whom the doors are reached
  public record Settings(
      InetAddress host, int port, Duration grace, @Nullable Tls tls, int bodyBytes, Front front) {}

  /// PEM files of a certificate chain and its private key.
  public record Tls(Path certificateChain, Path privateKey) {}

  private Listener(WebServer server, SocketUpgrade sockets) {
    this.server = server;
    this.sockets = sockets;
  }

  /// Opens the doors; throws `IllegalStateException` naming the address when it is taken.
  public static Listener open(Settings settings, List<Door> doors, Failures failures) {
    List<Door> inOrder = new ArrayList<>(doors);
    inOrder.sort(Comparator.comparing((Door door) -> door.prefix().length()).reversed());
    SocketUpgrade sockets = new SocketUpgrade(inOrder, failures);
    var builder =
        WebServer.builder()
            .address(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(settings.grace())
            .maxPayloadSize(LARGEST_SENT)
            .featuresDiscoverServices(false)
            .addConnectionSelector(
                Http1ConnectionSelector.builder()
                    .config(Http1Config.builder().maxHeadersSize(HEADERS_BYTES).build())
                    .addUpgrader(sockets)
                    .build())
            .directHandlers(direct(inOrder, settings.front()))
            .routing(routing -> route(routing, inOrder, failures, settings));
    if (settings.tls() != null) {
      builder.tls(tls(settings.tls()));
    }
    try {
      return new Listener(builder.build().start(), sockets);
    } catch (RuntimeException taken) {
      String where = settings.host().getHostAddress() + ":" + settings.port();
      throw new IllegalStateException("cannot listen on " + where, taken);
    }
  }

  private static TlsConfig tls(Tls files) {
    Keys keys =
        Keys.builder()
            .pem(
                pem ->
                    pem.key(Resource.create(files.privateKey()))
                        .certChain(Resource.create(files.certificateChain())))
            .build();
    return TlsConfig.builder()
        .privateKey(keys.privateKey().orElseThrow())
        .privateKeyCertChain(keys.certChain())
        .buildPrototype();
  }

  private static void route(
      HttpRouting.Builder routing, List<Door> doors, Failures failures, Settings settings) {
    routing.error(Throwable.class, (_, response, thrown) -> Exchange.fail(response, thrown));
    if (!settings.front().prefixes().isEmpty()) {
      routing.any(byHost(settings.front()));
    }
    for (Door door : doors) {
      Exchange exchange = new Exchange(door, failures, settings.bodyBytes(), settings.front());
      if (door.prefix().isEmpty()) {
        open(routing, door, exchange);
      } else {
        // Below its prefix, so that a request is compared with the patterns of one door only.
        routing.register(door.prefix(), rules -> open(rules, door, exchange));
      }
    }
  }

  /// Leads a request to the root of the door that its host name stands for; one that names the
  /// prefix itself is there already.
  private static Handler byHost(Front front) {
    Forwarding forwarding = new Forwarding(front.trusted());
    return (request, response) -> {
      String path = request.path().rawPath();
      Optional<String> prefix = front.prefix(forwarding.authority(request));
      if (prefix.isEmpty() || path.startsWith(prefix.get() + "/") || path.equals(prefix.get())) {
        response.next();
      } else {
        response.reroute(prefix.get() + path);
      }
    };
  }

  private static void open(HttpRules rules, Door door, Exchange exchange) {
    Map<String, Set<String>> methodsByPath = new TreeMap<>();
    for (Route route : door.routes()) {
      String path = route.path().isEmpty() ? "/" : route.path();
      Set<String> methods = methodsByPath.computeIfAbsent(path, _ -> new TreeSet<>());
      rules.route(Method.create(route.method()), path, exchange.handler(route));
      methods.add(route.method());
      if (route.method().equals("GET")) {
        rules.route(Method.HEAD, path, exchange.handler(route));
        methods.add("HEAD");
      }
    }
    methodsByPath.forEach(
        (path, methods) -> {
          methods.add("OPTIONS");
          rules.route(Method.OPTIONS, path, exchange.telling(methods));
          rules.any(path, exchange.refusing(new Problem.MethodNotAllowed(methods)));
        });
    rules.any("/*", exchange.refusing(new Problem.NotFound()));
  }

  /// What goes wrong before routing is said in the form of the door the path names.
  private static DirectHandlers direct(List<Door> doors, Front front) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, _) -> {
            Problem problem =
                event == DirectHandler.EventType.PAYLOAD_TOO_LARGE || status.code() == 413
                    ? new Problem.TooLarge(LARGEST_SENT)
                    : new Problem.Malformed();
            String path =
                Optional.ofNullable(request.headers())
                    .flatMap(all -> all.first(HeaderNames.HOST))
                    .flatMap(front::prefix)
                    .orElse(request.path());
            Response response = door(doors, path).problems().say(problem);
            headers.set(
                HeaderNames.CONTENT_TYPE,
                response.headers().getOrDefault("Content-Type", "text/plain"));
            return DirectHandler.TransportResponse.builder()
                .status(io.helidon.http.Status.create(response.status()))
                .headers(headers)
                .entity(response.body())
                .keepAlive(false)
                .build();
          });
    }
    return handlers.build();
  }

  private static Door door(List<Door> doors, String path) {
    return doors.stream()
        .filter(door -> path.startsWith(door.prefix()))
        .findFirst()
        .orElse(doors.getLast());
  }

  /// The port it listens on.
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    sockets.close();
    server.stop();
  }
}
