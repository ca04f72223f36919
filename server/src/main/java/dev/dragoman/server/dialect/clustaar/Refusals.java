package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.Outcome;

/// The errors of turns that came to nothing.
final class Refusals {
  private Refusals() {}

  /// The error of an outcome that is neither committed nor repeated.
  static Response of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ConflictingRepeat _ ->
          Errors.invalid(Repeats.HEADER, "was used for another request");
      case Outcome.Refused(var refusal) -> refused(refusal);
      case Outcome.RoomRefused _ -> Errors.invalid("control", "is not possible now");
      case Outcome.NotFound(var what) ->
          Errors.notFound(
              switch (what) {
                case WORKSPACE, BOT -> "Bot";
                case CONVERSATION -> "Interlocutor";
              });
      case Outcome.Overloaded(var where, int seconds) ->
          Errors.busy(where == Outcome.Bottleneck.CONVERSATION ? 429 : 503, seconds);
      case Outcome.NeedsVersion _, Outcome.Unknown _ -> Errors.busy(503, 1);
      case Outcome.Poisoned _ ->
          Errors.of(422, "invalid_document", "This input cannot be processed");
      case Outcome.Committed _, Outcome.Repeated _ ->
          throw new IllegalArgumentException("came to something: " + outcome);
    };
  }

  private static Response refused(Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY_PENDING -> Errors.busy(429, 1);
      case UNKNOWN_TARGET -> Errors.notFound("Target");
      case STALE -> Errors.notFound("Input");
      case STATE_TOO_LARGE -> Errors.invalid("sessionValues", "the session would be too large");
    };
  }
}
