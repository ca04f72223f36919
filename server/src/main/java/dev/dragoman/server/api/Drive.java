package dev.dragoman.server.api;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Takes an input through its turn and says what came of it.
final class Drive {
  private final Turns turns;

  Drive(Turns turns) {
    this.turns = turns;
  }

  Response answer(Call call, String botId, Target target, Input input) {
    return answer(call, new Way(botId, target), input, Drive::settled);
  }

  /// Where an input goes: to which conversation of which bot.
  record Way(String botId, Target target) {}

  /// The same, and what is told of the turn that came of it.
  Response answer(Call call, Way way, Input input, BiFunction<Turn, Boolean, Response> told) {
    Request request = call.request();
    Optional<String> key = request.header(Repeats.HEADER);
    if (key.isPresent() && !Repeats.isLegal(key.get())) {
      return Problems.invalid(Repeats.HEADER, Repeats.RULE);
    }
    @Nullable InputId inputId =
        key.map(
                given ->
                    Repeats.inputId(call.credential().id(), given, request.path(), request.body()))
            .orElse(null);
    Outcome outcome =
        turns.take(new Turns.Taken(call.workspace(), way.botId(), way.target(), input, inputId));
    return switch (outcome) {
      case Outcome.Committed(var turn) -> told.apply(turn, false);
      case Outcome.Repeated(var turn) -> told.apply(turn, true);
      case Outcome.ConflictingRepeat _,
          Outcome.Refused _,
          Outcome.RoomRefused _,
          Outcome.NotFound _,
          Outcome.Overloaded _,
          Outcome.NeedsVersion _,
          Outcome.Poisoned _,
          Outcome.Unknown _ ->
          said(outcome);
    };
  }

  /// Every way a turn can end, with its status.
  static Response said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed(var turn) -> settled(turn, false);
      case Outcome.Repeated(var turn) -> settled(turn, true);
      case Outcome.ConflictingRepeat _ ->
          Problems.invalid(Repeats.HEADER, "was used for another request");
      case Outcome.Refused(var refusal) -> refused(refusal);
      case Outcome.RoomRefused(var refusal) -> RoomProblems.of(refusal);
      case Outcome.NotFound _ -> Problems.notFound();
      case Outcome.Overloaded(var where, int seconds) ->
          Problems.busy(
              where == Outcome.Bottleneck.CONVERSATION
                  ? Problems.Type.TOO_MANY_REQUESTS
                  : Problems.Type.UNAVAILABLE,
              seconds);
      case Outcome.NeedsVersion _, Outcome.Unknown _ -> Problems.busy(Problems.Type.UNAVAILABLE, 1);
      case Outcome.Poisoned _ -> Problems.invalid("input", "cannot be processed");
    };
  }

  private static Response refused(Decision.Refusal refusal) {
    return switch (refusal) {
      case TOO_MANY_PENDING -> Problems.busy(Problems.Type.TOO_MANY_REQUESTS, 1);
      case UNKNOWN_TARGET -> Problems.invalid("input.target", "is not in this bot");
      case STALE -> Problems.conflict("input", "There is nothing left to do this to.");
      case STATE_TOO_LARGE ->
          Problems.invalid("input", "would make the conversation larger than it may be");
    };
  }

  /// The legs of an erased turn are gone: it answers like what was never there.
  private static Response settled(Turn turn, boolean repeated) {
    if (turn.legs().isEmpty()) {
      return Problems.notFound();
    }
    List<Value> messages = new ArrayList<>();
    for (Leg leg : turn.legs()) {
      History.messages(leg).stream()
          .map(History.Message::shown)
          .filter(shown -> shown.get("action") != null)
          .forEach(messages::add);
    }
    Leg last = turn.legs().getLast();
    Value.Obj document =
        Value.Obj.builder()
            .put("conversation", turn.conversationId())
            .put("contact", turn.after().address().contactId())
            .put("turn", turn.turnId())
            .put("sequence", last.firstSequence() + last.told().events().size() - 1)
            .put("repeated", repeated)
            .put("settled", turn.settled())
            .put("holder", Shown.holder(turn.after().holder()))
            .put("messages", new Value.List(messages))
            .build();
    return Response.json(200, Json.write(document));
  }
}
