package dev.dragoman.server.observe;

import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Failures;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What operators look at: health, metrics, and the log of what should not have happened.
public final class Observed implements Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Observed.class);

  private final Metrics metrics;

  /// Shows these metrics.
  public Observed(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public String keep(String method, String path, Throwable failure) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("{} {} failed ({})", method, path, reference, new Traced(failure));
    return reference;
  }

  /// The routes at the root.
  public Door door(BooleanSupplier ready) {
    return new Door(
        "",
        List.of(
            Route.get("/health/live", _ -> text(200, "live")),
            Route.get(
                "/health/ready",
                _ -> ready.getAsBoolean() ? text(200, "ready") : text(503, "not ready")),
            Route.get("/metrics", _ -> metrics.page()),
            new Route("POST", "/echo", Route.Body.ANY, this::echo)),
        problem -> text(problem.status(), sentence(problem)));
  }

  /// A bare request and answer, to compare a turn with; there only while a bench asks for it.
  private Response echo(Request request) {
    return Boolean.getBoolean("dragoman.bench")
        ? Response.json(200, request.body())
        : text(404, sentence(new Problem.NotFound()));
  }

  private static String sentence(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> "There is nothing here.";
      case Problem.MethodNotAllowed _ -> "This has other methods.";
      case Problem.TooLarge(int limit) -> "The body is larger than " + limit + " bytes.";
      case Problem.UnsupportedMediaType(var expected) -> "The content type must be " + expected;
      case Problem.Malformed _ -> "The request cannot be read.";
      case Problem.Unavailable _ -> "Try again later.";
      case Problem.Internal(var reference) -> "Something went wrong here (" + reference + ").";
    };
  }

  private static Response text(int status, String text) {
    return Response.of(
        status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
