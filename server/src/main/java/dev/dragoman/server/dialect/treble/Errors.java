package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.Outcome;
import java.util.List;

/// Errors as clients of Treble read them: a status and `{"message": "…"}` (contract treble §4.1).
final class Errors {
  private Errors() {}

  static Response of(int status, String message) {
    return Response.json(status, Json.write(Value.Obj.of("message", Value.of(message))));
  }

  static Response unauthorized() {
    return of(401, "The API key is missing or unknown").with("WWW-Authenticate", "Bearer");
  }

  static Response noSession() {
    return of(404, "Session not found");
  }

  static Response noPoll() {
    return of(404, "Poll not found");
  }

  static Response closed() {
    return of(409, "The session is closed");
  }

  static Response invalid(int status, List<Defect> defects) {
    Defect first = defects.getFirst();
    String more = defects.size() > 1 ? " (and " + (defects.size() - 1) + " more)" : "";
    String path = first.path().isEmpty() ? "body" : first.path();
    return of(status, path + " " + first.message() + more);
  }

  private static Response busy(int status, int retryAfterSeconds) {
    return of(status, "Too many requests are waiting, try again later")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /// The error of an outcome that changed nothing; a stale one is the caller's to name.
  static Response of(Outcome outcome, Response stale) {
    return switch (outcome) {
      case Outcome.ConflictingRepeat _ -> of(422, Repeats.HEADER + " was used for another request");
      case Outcome.Refused(Refusal refusal) ->
          switch (refusal) {
            case STALE, UNKNOWN_TARGET -> stale;
            case TOO_MANY_PENDING -> busy(429, 1);
            case STATE_TOO_LARGE -> of(400, "The session would be too large");
          };
      case Outcome.NotFound _, Outcome.RoomRefused _ -> stale;
      case Outcome.Overloaded(var where, int seconds) ->
          busy(where == Outcome.Bottleneck.CONVERSATION ? 429 : 503, seconds);
      case Outcome.NeedsVersion _, Outcome.Unknown _ -> busy(503, 1);
      case Outcome.Poisoned _ -> of(400, "This request cannot be processed");
      case Outcome.Committed _, Outcome.Repeated _ ->
          throw new IllegalArgumentException("came to something: " + outcome);
    };
  }

  /// What went wrong before a route was reached.
  static Response of(Problem problem) {
    return switch (problem) {
      case Problem.NotFound _ -> of(404, "Not found");
      case Problem.MethodNotAllowed _ -> of(405, "This resource has other methods");
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
