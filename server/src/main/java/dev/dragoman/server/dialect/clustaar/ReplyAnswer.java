package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes the answer of "Post reply" (seed 001; contract clustaar §3) from the legs of a turn.
public final class ReplyAnswer {
  private ReplyAnswer() {}

  /// The body: `data` with fulfillment, session, interlocutor, input and, when asked, debug.
  public static Value.Obj of(String interlocutorId, List<Leg> legs, Value echo, boolean debug) {
    ObjBuilder data =
        Value.Obj.builder()
            .put("fulfillment", fulfillment(legs))
            .put("session", Value.Obj.of("values", legs.getLast().told().sessionValues()))
            .put("interlocutor", typed("interlocutor").put("id", interlocutorId).build())
            .put("input", echo);
    if (debug) {
      data.put("debug", debug(legs));
    }
    return Value.Obj.of("data", data.build());
  }

  private static Value.Obj fulfillment(List<Leg> legs) {
    List<Value> actions = new ArrayList<>();
    Leg.Source source = null;
    for (Leg leg : legs) {
      leg.sent().stream().map(Event.Sent::action).forEach(actions::add);
      source = leg.told().source() == null ? source : leg.told().source();
    }
    return Value.Obj.builder()
        .put("actions", new Value.List(actions))
        .put("source", source(source))
        .build();
  }

  private static Value source(Leg.@Nullable Source source) {
    return switch (source) {
      case null -> Value.Null.NULL;
      case Leg.Source.OfStep(var id, var name) -> source("step_actions", "step", id, name);
      case Leg.Source.OfStepFallback(var id, var name) ->
          source("step_fallback_actions", "step", id, name);
      case Leg.Source.OfStoryFallback(var id, var name) ->
          source("story_fallback_actions", "story", id, name);
    };
  }

  private static Value.Obj source(String type, String of, String id, String name) {
    Value.Obj place = typed(of).put("id", id).put("name", name).build();
    return typed(type).put(of, place).build();
  }

  private static Value.Obj debug(List<Leg> legs) {
    List<Value> detections = new ArrayList<>();
    List<Value> calls = new ArrayList<>();
    for (Leg leg : legs) {
      for (Why.Tried tried : leg.told().why().tried()) {
        switch (tried) {
          case Why.Tried.Detection detection -> detections.add(detection(detection));
          case Why.Tried.HookTried hook -> calls.add(WebhookCall.of(hook.record()));
          case Why.Tried.ArrowTested _,
              Why.Tried.AnswerTested _,
              Why.Tried.FellBack _,
              Why.Tried.LanguageChanged _,
              Why.Tried.BudgetReached _ -> {}
        }
      }
    }
    return Value.Obj.builder()
        .put("intentDetections", new Value.List(detections))
        .put("webhookCalls", new Value.List(calls))
        .build();
  }

  private static Value.Obj detection(Why.Tried.Detection detection) {
    List<Value> results = new ArrayList<>();
    detection.results().forEach(result -> results.add(result(result)));
    return typed("intent_detection")
        .put("query", detection.query())
        .put("results", new Value.List(results))
        .build();
  }

  private static Value.Obj result(Why.Result result) {
    List<Value> parameters = new ArrayList<>();
    result
        .parameters()
        .forEach(
            parameter ->
                parameters.add(
                    Value.Obj.builder()
                        .put("name", parameter.name())
                        .put("value", parameter.value())
                        .build()));
    Value.Obj intent =
        Value.Obj.builder().put("id", result.intentId()).put("name", result.name()).build();
    return typed("intent_matching")
        .put("intent", intent)
        .put("score", score(result.score()))
        .put("parameters", new Value.List(parameters))
        .build();
  }

  /// A repeated example scores `1`, as the seed writes it; others show four digits.
  private static Value.Num score(double score) {
    return score >= 1
        ? Value.of(1)
        : Value.of(
            java.math.BigDecimal.valueOf(Math.round(score * 10_000), 4).stripTrailingZeros());
  }

  private static ObjBuilder typed(String type) {
    return Value.Obj.builder().put("type", type);
  }
}
