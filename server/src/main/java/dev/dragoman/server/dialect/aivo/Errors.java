package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonProblem;
import java.util.List;
import java.util.stream.Collectors;

/// The error body (contract aivo §2.7): `{"statusCode", "message", "error"}`.
final class Errors {
  private static final int MOST_NAMED = 5;

  private Errors() {}

  static Response of(int status, String message) {
    Value.Obj body =
        Value.Obj.builder()
            .put("statusCode", status)
            .put("message", message)
            .put("error", name(status))
            .build();
    return Response.json(status, Json.write(body));
  }

  private static String name(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Payload Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }

  /// Names each field that is wrong with its path.
  static Response invalid(List<Defect> defects) {
    return of(
        400,
        defects.stream()
            .limit(MOST_NAMED)
            .map(defect -> named(defect.path(), defect.message()))
            .collect(Collectors.joining("; ")));
  }

  private static String named(String path, String message) {
    return path.isEmpty() ? "the body " + message : path + " " + message;
  }

  static Response notJson(JsonProblem problem) {
    boolean tooLarge = problem.kind() == JsonProblem.Kind.TOO_LARGE;
    return of(tooLarge ? 413 : 400, problem.message());
  }

  static Response unauthorized() {
    return of(401, "botId and botToken do not belong together");
  }

  static Response noRoom() {
    return of(404, "There is no such conversation");
  }

  static Response closed() {
    return of(409, "The conversation is closed");
  }

  static Response busy(int status, int retryAfterSeconds) {
    return of(status, "Too many requests are waiting, try again later")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /// What went wrong before a route was reached.
  static Response of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> of(404, "There is no such endpoint");
      case Problem.MethodNotAllowed(var allowed) ->
          of(405, "This endpoint is asked with " + String.join(", ", allowed));
      case Problem.TooLarge(int limit) -> of(413, "The body is larger than " + limit + " bytes");
      case Problem.UnsupportedMediaType(var expected) ->
          of(415, "The content type must be " + expected);
      case Problem.Malformed _ -> of(400, "The request cannot be read");
      case Problem.Unavailable(int seconds) -> busy(503, seconds);
      case Problem.Internal(var reference) ->
          of(500, "Something went wrong here (reference " + reference + ")");
    };
  }
}
