package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonProblem;
import java.util.List;
import java.util.stream.Collectors;

/// The error body (contract gptbots §1.4): `{"code", "message"}`, with a fitting status or, if so
/// set, always with 200.
final class Errors {
  private static final int MOST_NAMED = 5;

  private final boolean alwaysOk;

  Errors(boolean alwaysOk) {
    this.alwaysOk = alwaysOk;
  }

  Response of(Code code, String message) {
    return of(code.status(), code, message);
  }

  Response of(int status, Code code, String message) {
    return Response.json(alwaysOk ? 200 : status, Json.write(body(code, message)));
  }

  static Value.Obj body(Code code, String message) {
    return Value.Obj.builder().put("code", code.number()).put("message", message).build();
  }

  /// Names each field that is wrong with its path.
  Response invalid(List<Defect> defects) {
    return of(
        Code.BAD_PARAMETER,
        defects.stream()
            .limit(MOST_NAMED)
            .map(defect -> named(defect.path(), defect.message()))
            .collect(Collectors.joining("; ")));
  }

  Response invalid(String path, String message) {
    return of(Code.BAD_PARAMETER, named(path, message));
  }

  private static String named(String path, String message) {
    return path.isEmpty() ? "the body " + message : path + " " + message;
  }

  Response notJson(JsonProblem problem) {
    boolean tooLarge = problem.kind() == JsonProblem.Kind.TOO_LARGE;
    return of(tooLarge ? 413 : 400, Code.BAD_PARAMETER, problem.message());
  }

  Response unauthorized() {
    return of(Code.AUTHENTICATION, "Developer authentication failed")
        .with("WWW-Authenticate", "Bearer");
  }

  Response noConversation() {
    return of(Code.NO_CONVERSATION, "The conversation does not exist");
  }

  Response busy(int status, int retryAfterSeconds) {
    Code code = status == 429 ? Code.RATE_LIMIT : Code.INTERNAL;
    return of(status, code, "Too many requests are waiting, try again later")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /// What went wrong before a route was reached.
  Response of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> of(404, Code.BAD_PARAMETER, "There is no such endpoint");
      case Problem.MethodNotAllowed(var allowed) ->
          of(405, Code.BAD_PARAMETER, "This endpoint is asked with " + String.join(", ", allowed));
      case Problem.TooLarge(int limit) ->
          of(413, Code.BAD_PARAMETER, "The body is larger than " + limit + " bytes");
      case Problem.UnsupportedMediaType(var expected) ->
          of(415, Code.BAD_PARAMETER, "The content type must be " + expected);
      case Problem.Malformed _ -> of(400, Code.BAD_PARAMETER, "The request cannot be read");
      case Problem.Unavailable(int seconds) -> busy(503, seconds);
      case Problem.Internal(var reference) ->
          of(Code.INTERNAL, "Something went wrong here (reference " + reference + ")");
    };
  }
}
