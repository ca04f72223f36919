package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonProblem;
import java.util.List;

/// The error envelope (contract clustaar §1.7): `{"error": {"type", "message", "errors"}}`.
final class Errors {
  private Errors() {}

  static Response of(int status, String type, String message) {
    return of(status, type, message, List.of());
  }

  static Response invalid(List<Defect> defects) {
    return of(
        422,
        "invalid_document",
        "Invalid request body",
        defects.stream().map(defect -> entry(defect.path(), defect.message())).toList());
  }

  static Response invalid(String path, String message) {
    return of(422, "invalid_document", "Invalid request body", List.of(entry(path, message)));
  }

  static Response notJson(JsonProblem problem) {
    return of(
        400, "invalid_json", problem.message(), List.of(entry(problem.path(), problem.message())));
  }

  static Response unauthorized() {
    return of(401, "unauthorized", "The access token is missing or unknown")
        .with("WWW-Authenticate", "Bearer");
  }

  static Response forbidden() {
    return of(403, "forbidden", "The access token does not open this resource");
  }

  static Response notFound(String what) {
    return of(404, "not_found", what + " not found");
  }

  static Response busy(int status, int retryAfterSeconds) {
    String type = status == 429 ? "too_many_requests" : "unavailable";
    return of(status, type, "Too many requests are waiting, try again later")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  static Response upgrade() {
    return of(426, "upgrade_required", "This resource is a WebSocket").with("Upgrade", "websocket");
  }

  /// What went wrong before a route was reached.
  static Response of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> notFound("Resource");
      case Problem.MethodNotAllowed _ ->
          of(405, "method_not_allowed", "This resource has other methods");
      case Problem.TooLarge(int limit) ->
          of(413, "too_large", "The body is larger than " + limit + " bytes");
      case Problem.UnsupportedMediaType(var expected) ->
          of(415, "unsupported_media_type", "The content type must be " + expected);
      case Problem.Malformed _ -> of(400, "bad_request", "The request cannot be read");
      case Problem.Unavailable(int seconds) -> busy(503, seconds);
      case Problem.Internal(var reference) ->
          of(500, "internal_error", "Something went wrong here (reference " + reference + ")");
    };
  }

  private static Value entry(String path, String message) {
    return Value.Obj.builder().put("path", path).put("message", message).build();
  }

  private static Response of(int status, String type, String message, List<Value> entries) {
    Value.Obj error =
        Value.Obj.builder()
            .put("type", type)
            .put("message", message)
            .put("errors", new Value.List(entries))
            .build();
    return Response.json(status, Json.write(Value.Obj.of("error", error)));
  }
}
