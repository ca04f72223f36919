package dev.dragoman.server.api;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonProblem;
import java.util.List;
import java.util.TreeSet;

/// Everything that can be wrong, said as problem details (RFC 9457).
final class Problems {
  static final String CONTENT_TYPE = "application/problem+json";

  private Problems() {}

  /// A kind of problem: the anchor of its explanation in the documentation and its title.
  enum Type {
    MALFORMED(400, "malformed", "The request cannot be read"),
    UNAUTHORIZED(401, "unauthorized", "The key is missing, unknown, revoked or expired"),
    FORBIDDEN(403, "forbidden", "The key does not open this"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This has other methods"),
    CONFLICT(409, "conflict", "This stands against what is there already"),
    STALE(412, "stale", "This was changed since it was read"),
    TOO_LARGE(413, "too-large", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body has the wrong content type"),
    INVALID(422, "invalid", "The request is understood, but not valid"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many inputs wait for this conversation"),
    INTERNAL(500, "internal", "Something went wrong here"),
    UNAVAILABLE(503, "unavailable", "There is too much to do at the moment");

    final int status;
    final String anchor;
    final String title;

    Type(int status, String anchor, String title) {
      this.status = status;
      this.anchor = anchor;
      this.title = title;
    }
  }

  static Response unauthorized() {
    return of(Type.UNAUTHORIZED, "Send a valid key as Authorization: Bearer KEY.")
        .with("WWW-Authenticate", "Bearer");
  }

  static Response forbidden() {
    return of(Type.FORBIDDEN, "Use a key of another kind.");
  }

  /// The same for what is unknown and for what belongs to somebody else.
  static Response notFound() {
    return of(Type.NOT_FOUND, "Nothing of that id can be seen with this key.");
  }

  static Response conflict(String path, String message) {
    return of(Type.CONFLICT, message, List.of(entry(path, message)));
  }

  static Response invalid(String path, String message) {
    return of(Type.INVALID, path + " " + message, List.of(entry(path, message)));
  }

  static Response invalid(List<Defect> defects) {
    List<Value> entries =
        defects.stream().<Value>map(one -> entry(one.path(), one.message())).toList();
    return of(Type.INVALID, defects.size() + " found", entries);
  }

  static Response notJson(JsonProblem problem) {
    return of(Type.MALFORMED, problem.message(), List.of(entry(problem.path(), problem.message())));
  }

  static Response busy(Type type, int retryAfterSeconds) {
    return of(type, "Try again in " + retryAfterSeconds + " s.")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /// What went wrong outside the handlers.
  static Response of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> of(Type.NOT_FOUND, "The API has no such path.");
      case Problem.MethodNotAllowed(var allowed) ->
          of(
              Type.METHOD_NOT_ALLOWED,
              "Allowed: " + String.join(", ", new TreeSet<>(allowed)) + ".");
      case Problem.TooLarge(int limit) ->
          of(Type.TOO_LARGE, "At most " + limit + " bytes are read here.");
      case Problem.UnsupportedMediaType(var expected) ->
          of(Type.UNSUPPORTED_MEDIA_TYPE, "Expected is " + expected + ".");
      case Problem.Malformed _ -> of(Type.MALFORMED, "It broke off or breaks the protocol.");
      case Problem.Unavailable(int seconds) -> busy(Type.UNAVAILABLE, seconds);
      case Problem.Internal(var reference) ->
          of(Type.INTERNAL, "The log of the server says more under " + reference + ".");
    };
  }

  static Response of(Type type, String detail) {
    return of(type, detail, List.of());
  }

  static Response of(Type type, String detail, List<Value> errors) {
    return sent(type.status, document(type, detail, errors).build());
  }

  static ObjBuilder document(Type type, String detail, List<Value> errors) {
    return Value.Obj.builder()
        .put("type", "/docs#" + type.anchor)
        .put("title", type.title)
        .put("status", type.status)
        .put("detail", detail)
        .put("errors", new Value.List(errors));
  }

  static Response sent(int status, Value.Obj document) {
    return Response.of(status, CONTENT_TYPE, Json.write(document));
  }

  static Value.Obj entry(String path, String message) {
    return Value.Obj.builder().put("path", path).put("message", message).build();
  }
}
