package dev.dragoman.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Carries requests of one door to their handlers and the answers back.
final class Exchange {
  private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

  private final Door door;
  private final Failures failures;

  Exchange(Door door, Failures failures) {
    this.door = door;
    this.failures = failures;
  }

  Handler handler(Route route) {
    return (request, response) -> send(response, answer(route, request));
  }

  io.helidon.webserver.http.Handler refusing(Problem problem) {
    return (_, response) -> send(response, problem(problem));
  }

  private Response answer(Route route, ServerRequest request) {
    try {
      if (route.reads().json() && !isJson(request)) {
        return problem(new Problem.UnsupportedMediaType("application/json"))
            .with("Connection", "close");
      }
      byte[] body = body(request, route.reads().limitBytes());
      return route.handler().handle(new Received(request, body));
    } catch (TooLargeException _) {
      return problem(new Problem.TooLarge(route.reads().limitBytes())).with("Connection", "close");
    } catch (IOException brokenOff) {
      return problem(new Problem.Malformed()).with("Connection", "close");
    } catch (RuntimeException defect) {
      String reference = failures.keep(request.prologue().method().text(), route.path(), defect);
      return problem(new Problem.Internal(reference));
    }
  }

  private Response problem(Problem problem) {
    Response said = door.problems().say(problem);
    return switch (problem) {
      case Problem.MethodNotAllowed(var allowed) -> said.with("Allow", String.join(", ", allowed));
      case Problem.Unavailable(int seconds) -> said.with("Retry-After", Integer.toString(seconds));
      case Problem.NotFound _,
          Problem.TooLarge _,
          Problem.UnsupportedMediaType _,
          Problem.Malformed _,
          Problem.Internal _ ->
          said;
    };
  }

  private static boolean isJson(ServerRequest request) {
    Optional<String> type = request.headers().first(HeaderNames.CONTENT_TYPE);
    if (type.isEmpty()) {
      return true;
    }
    String media = type.get().toLowerCase(Locale.ROOT);
    int end = media.indexOf(';');
    String essence = (end < 0 ? media : media.substring(0, end)).strip();
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static byte[] body(ServerRequest request, int limit) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    long length = request.headers().contentLength().orElse(-1);
    if (length > limit) {
      throw new TooLargeException();
    }
    InputStream stream = request.content().inputStream();
    byte[] body = length >= 0 ? exactly(stream, (int) length) : stream.readNBytes(limit + 1);
    if (body.length > limit) {
      throw new TooLargeException();
    }
    return body;
  }

  /// A body whose length was told needs no buffer but its own.
  private static byte[] exactly(InputStream stream, int length) throws IOException {
    byte[] body = new byte[length];
    if (stream.readNBytes(body, 0, length) < length) {
      throw new IOException("the body ended early");
    }
    return body;
  }

  private static void send(ServerResponse response, Response answer) {
    response.status(Status.create(answer.status()));
    answer.headers().forEach((name, value) -> response.header(name(name), value));
    response.send(answer.body());
  }

  /// The last resort: nothing that is thrown reaches a client.
  static void fail(ServerResponse response, Throwable thrown) {
    if (!response.isSent()) {
      response.status(
          thrown instanceof IllegalArgumentException
              ? Status.BAD_REQUEST_400
              : Status.INTERNAL_SERVER_ERROR_500);
      response.send(new byte[0]);
    }
  }

  private static HeaderName name(String name) {
    return NAMES.computeIfAbsent(name, HeaderNames::create);
  }

  @SuppressWarnings("ArrayRecordComponent") // Lives as long as its request; nobody compares it.
  private record Received(ServerRequest request, byte[] body) implements Request {
    @Override
    public String path() {
      return request.path().path();
    }

    @Override
    public String place(String name) {
      return request.path().pathParameters().get(name);
    }

    @Override
    public Optional<String> query(String name) {
      return request.query().first(name).asOptional();
    }

    @Override
    public Optional<String> header(String name) {
      return request.headers().first(name(name));
    }

    @Override
    public String remoteAddress() {
      return request.remotePeer().host();
    }
  }
}
