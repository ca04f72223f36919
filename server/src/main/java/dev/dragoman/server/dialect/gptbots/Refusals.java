package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.Outcome;

/// What outcomes that came to nothing are called on this wire.
final class Refusals {
  private final Errors errors;

  Refusals(Errors errors) {
    this.errors = errors;
  }

  /// The error of an outcome that is neither committed nor repeated.
  ///
  /// @param gone how a bot that is not there is called on the route
  Response of(Outcome outcome, Code gone) {
    return switch (outcome) {
      case Outcome.ConflictingRepeat _ ->
          errors.of(422, Code.BAD_PARAMETER, Repeats.HEADER + " was used for another request");
      case Outcome.Refused(var refusal) -> refused(refusal);
      case Outcome.RoomRefused(var refusal) ->
          switch (refusal.code()) {
            case NO_ROOM, ROOM_CLOSED ->
                errors.of(Code.NO_CONVERSATION, "The human conversation is over");
            default -> errors.of(Code.BAD_PARAMETER, "The human conversation does not allow this");
          };
      case Outcome.NotFound(var what) ->
          switch (what) {
            case WORKSPACE, BOT -> errors.of(gone, "The agent does not exist or is not published");
            case CONVERSATION -> errors.noConversation();
          };
      case Outcome.Overloaded(var where, int seconds) ->
          errors.busy(where == Outcome.Bottleneck.CONVERSATION ? 429 : 503, seconds);
      case Outcome.NeedsVersion _, Outcome.Unknown _ -> errors.busy(503, 1);
      case Outcome.Poisoned _ ->
          errors.of(422, Code.BAD_PARAMETER, "This input cannot be processed");
      case Outcome.Committed _, Outcome.Repeated _ ->
          throw new IllegalArgumentException("came to something: " + outcome);
    };
  }

  private Response refused(Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY_PENDING -> errors.busy(429, 1);
      case UNKNOWN_TARGET, STALE ->
          errors.of(Code.BAD_PARAMETER, "This input leads nowhere any more");
      case STATE_TOO_LARGE ->
          errors.invalid("conversation_config.custom_variables", "would be too large");
    };
  }
}
