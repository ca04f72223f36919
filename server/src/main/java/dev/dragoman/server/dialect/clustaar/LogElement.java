package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One log element of a conversation extract, which is one turn (contract clustaar §1.6);
/// snake_case inside.
final class LogElement {
  private LogElement() {}

  static Value.Obj of(List<Leg> turn, Conversation.Address address) {
    Value.Obj interlocutor =
        Value.Obj.builder()
            .put("type", "interlocutor")
            .put("interlocutor_id", address.conversationId())
            .build();
    Value.Obj bot = Value.Obj.builder().put("type", "bot").put("bot_id", address.botId()).build();
    Value said = SaidForm.of(turn.getFirst().input());
    Value input =
        said == null
            ? Value.Null.NULL
            : Value.Obj.builder().put("source", interlocutor).put("action", said).build();
    return Value.Obj.builder()
        .put("interlocutor_id", address.conversationId())
        .put("bot_id", address.botId())
        .put("timestamp", turn.getFirst().moment().epochSeconds())
        .put("input_source", interlocutor)
        .put("output_source", bot)
        .put("input_action", input)
        .put("output_actions", outputs(turn))
        .build();
  }

  private static Value.List outputs(List<Leg> turn) {
    List<Value> actions = new ArrayList<>();
    Leg.Source source = null;
    for (Leg leg : turn) {
      leg.sent().forEach(sent -> actions.add(action(sent)));
      source = leg.told().source() == null ? source : leg.told().source();
    }
    if (actions.isEmpty()) {
      return Value.List.EMPTY;
    }
    Value.Obj block =
        Value.Obj.builder()
            .put("type", "actions_block")
            .put("actions_block_id", id(source))
            .build();
    return Value.List.of(
        Value.Obj.builder().put("source", block).put("actions", new Value.List(actions)).build());
  }

  private static Value action(Event.Sent sent) {
    return Value.Obj.builder()
        .put("action", sent.action())
        .put("parent_actions", Value.List.EMPTY)
        .build();
  }

  /// The stored list behind an answer is named by its step or story.
  private static Value id(Leg.@Nullable Source source) {
    return switch (source) {
      case null -> Value.Null.NULL;
      case Leg.Source.OfStep(var id, _) -> Value.of(id);
      case Leg.Source.OfStepFallback(var id, _) -> Value.of(id);
      case Leg.Source.OfStoryFallback(var id, _) -> Value.of(id);
    };
  }
}
