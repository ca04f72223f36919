package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.room.RoomRefusal;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.Outcome;

/// What outcomes that came to nothing are called on this wire.
final class Refusals {
  private Refusals() {}

  /// The error of an outcome that is neither committed nor repeated.
  static Response of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ConflictingRepeat _ ->
          Errors.of(422, Repeats.HEADER + " was used for another request");
      case Outcome.Refused(var refusal) -> refused(refusal);
      case Outcome.RoomRefused(var refusal) -> refused(refusal);
      case Outcome.NotFound(var what) ->
          switch (what) {
            case WORKSPACE, BOT -> Errors.of(404, "The bot is not published");
            case CONVERSATION -> Errors.noRoom();
          };
      case Outcome.Overloaded(var where, int seconds) ->
          Errors.busy(where == Outcome.Bottleneck.CONVERSATION ? 429 : 503, seconds);
      case Outcome.NeedsVersion _, Outcome.Unknown _ -> Errors.busy(503, 1);
      case Outcome.Poisoned _ -> Errors.of(422, "This input cannot be processed");
      case Outcome.Committed _, Outcome.Repeated _ ->
          throw new IllegalArgumentException("came to something: " + outcome);
    };
  }

  private static Response refused(Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY_PENDING -> Errors.busy(429, 1);
      case UNKNOWN_TARGET, STALE, STATE_TOO_LARGE ->
          Errors.of(422, "This input cannot be processed");
    };
  }

  private static Response refused(RoomRefusal refusal) {
    return switch (refusal.code()) {
      case UNKNOWN_GROUP -> Errors.of(404, "There is no such group");
      case NO_ROOM, ROOM_CLOSED -> Errors.closed();
      case TAKEN,
          NOT_ATTENDED,
          NOT_YOURS,
          ANOTHER_DESK,
          GROUP_CLOSED,
          OWN_GROUP,
          UNKNOWN_AGENT,
          OWN_AGENT,
          AGENT_FULL,
          AGENT_AWAY ->
          Errors.of(409, "The conversation does not allow this now");
    };
  }
}
