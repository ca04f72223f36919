package dev.dragoman.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Carries requests of one door to their handlers and the answers back.
final class Exchange {
  private static final int PIECE_BYTES = 16_384;
  private static final int MOST_DISCARDED = 64_000_000;
  private static final int RETRY_SECONDS = 2;
  private static final String NUL = "%00";
  private static final Semaphore LARGE_AT_ONCE = new Semaphore(4);
  private static final HeaderName ASKED_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
  private static final HeaderName ASKED_HEADERS = HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS;
  private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

  private final Door door;
  private final Failures failures;
  private final int usualBytes;
  private final Origins origins;
  private final Forwarding forwarding;

  /// @param front how the door is reached
  Exchange(Door door, Failures failures, int usualBytes, Front front) {
    this.door = door;
    this.usualBytes = usualBytes;
    this.failures = failures;
    this.origins = front.origins(door);
    this.forwarding = new Forwarding(front.trusted());
  }

  Handler handler(Route route) {
    return (request, response) -> send(request, response, answer(route, request));
  }

  io.helidon.webserver.http.Handler refusing(Problem problem) {
    return (request, response) -> send(request, response, problem(problem));
  }

  /// Tells which methods a path has.
  Handler telling(Set<String> methods) {
    String allowed = String.join(", ", new TreeSet<>(methods));
    Response told = Response.empty(204).with("Allow", allowed);
    return (request, response) ->
        send(
            request,
            response,
            request.headers().contains(ASKED_METHOD)
                ? origins.preflight(told, allowed, request.headers().first(ASKED_HEADERS))
                : told);
  }

  private Response answer(Route route, ServerRequest request) {
    int limitBytes = route.reads().limitBytes(usualBytes);
    try {
      if (holdsNul(request)) {
        letFinish(request);
        return problem(new Problem.Malformed());
      }
      if (route.reads().json() && !isJson(request)) {
        letFinish(request);
        return problem(new Problem.UnsupportedMediaType("application/json"))
            .with("Connection", "close");
      }
      return isLarge(request, limitBytes)
          ? oneOfFew(route, request, limitBytes)
          : handled(route, request, limitBytes);
    } catch (TooLargeException _) {
      return problem(new Problem.TooLarge(limitBytes)).with("Connection", "close");
    } catch (IOException brokenOff) {
      return problem(new Problem.Malformed()).with("Connection", "close");
    } catch (RuntimeException defect) {
      String reference = failures.keep(request.prologue().method().text(), route.path(), defect);
      return problem(new Problem.Internal(reference));
    }
  }

  /// No name and no id holds a NUL, and no database keeps one.
  private static boolean holdsNul(ServerRequest request) {
    return request.prologue().uriPath().rawPath().contains(NUL)
        || request.prologue().query().rawValue().contains(NUL);
  }

  private Response handled(Route route, ServerRequest request, int limitBytes) throws IOException {
    return route.handler().handle(new Received(request, body(request, limitBytes), forwarding));
  }

  /// Whether the body is, or may be, larger than those of most routes.
  private boolean isLarge(ServerRequest request, int limitBytes) {
    long length = request.headers().contentLength().orElse(limitBytes);
    return request.content().hasEntity() && length > usualBytes && length <= limitBytes;
  }

  /// A large body stands in memory, and so does what is made of it: only a few do at a time.
  private Response oneOfFew(Route route, ServerRequest request, int limitBytes) throws IOException {
    if (!LARGE_AT_ONCE.tryAcquire()) {
      letFinish(request);
      return problem(new Problem.Unavailable(RETRY_SECONDS)).with("Connection", "close");
    }
    try {
      return handled(route, request, limitBytes);
    } finally {
      LARGE_AT_ONCE.release();
    }
  }

  private Response problem(Problem problem) {
    Response said = door.problems().say(problem);
    return switch (problem) {
      case Problem.MethodNotAllowed(var allowed) ->
          said.with("Allow", String.join(", ", new TreeSet<>(allowed)));
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
      letFinish(request);
      throw new TooLargeException();
    }
    InputStream stream = request.content().inputStream();
    byte[] body = length >= 0 ? exactly(stream, (int) length) : stream.readNBytes(limit + 1);
    if (body.length > limit) {
      discard(stream);
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

  /// Takes what a refused client is still sending: one that is cut off in the middle of it sees a
  /// reset instead of the answer. A client that asked first is told before it sends anything.
  private static void letFinish(ServerRequest request) throws IOException {
    if (request.content().hasEntity() && !request.headers().contains(HeaderNames.EXPECT)) {
      discard(request.content().inputStream());
    }
  }

  private static void discard(InputStream stream) throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    int left = MOST_DISCARDED;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = stream.read(piece);
      left -= Math.max(0, read);
    }
  }

  private void send(ServerRequest request, ServerResponse response, Response given) {
    Response answer = origins.shown(given, request.headers().first(HeaderNames.ORIGIN));
    response.status(Status.create(answer.status()));
    answer.headers().forEach((name, value) -> response.header(name(name), value));
    if (answer.stream() != null && request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else if (answer.stream() != null) {
      pour(response, answer.stream());
    } else if (request.prologue().method().equals(Method.HEAD)) {
      response.contentLength(answer.body().length);
      response.send();
    } else {
      response.send(answer.body());
    }
  }

  /// A client that goes away in the middle has heard enough.
  private static void pour(ServerResponse response, Response.Stream stream) {
    try (OutputStream out = response.outputStream()) {
      stream.pour(
          piece -> {
            out.write(piece);
            out.flush();
          });
    } catch (IOException | UncheckedIOException gone) {
      // Nobody is left to be told.
    }
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
  private record Received(ServerRequest request, byte[] body, Forwarding forwarding)
      implements Request {
    @Override
    public String path() {
      return request.path().absolute().path();
    }

    @Override
    public String place(String name) {
      return request.path().pathParameters().get(name);
    }

    @Override
    public Optional<String> query(String name) {
      return request.query().contains(name)
          ? Optional.of(request.query().first(name).orElse(""))
          : Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
      return request.headers().first(name(name));
    }

    @Override
    public String origin() {
      return forwarding.scheme(request) + "://" + forwarding.authority(request);
    }

    @Override
    public String remoteAddress() {
      return forwarding.address(request);
    }
  }
}
