package dev.dragoman.server.api;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.store.read.StoredLeg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why one leg said what it said.
///
/// @param before the bot as it was when the input came
/// @param after the bot as it was at the end of the leg
record WhyForm(@Nullable Bot before, @Nullable Bot after, Reasons.Standing standing) {
  private static final int SCORE_DIGITS = 4;

  static Value.Obj erased(StoredLeg.Envelope envelope) {
    return head(envelope).put("erased", true).build();
  }

  private static ObjBuilder head(StoredLeg.Envelope envelope) {
    return Value.Obj.builder()
        .put("turn", envelope.turnId())
        .put("leg", envelope.leg())
        .put("sequence", envelope.firstSequence())
        .put("at", Times.of(envelope.atNanos()));
  }

  Value.Obj of(StoredLeg.Envelope envelope, Leg leg) {
    List<Value> tried = new ArrayList<>();
    List<Value> fallbacks = new ArrayList<>();
    Trail trail = new Trail(before, standing.stepId());
    for (Why.Tried one : leg.told().why().tried()) {
      tried.add(tried(one, trail));
      if (one instanceof Why.Tried.FellBack(var level)) {
        fallbacks.add(Value.of(word(level)));
      }
    }
    Understood understood = leg.understood();
    return head(envelope)
        .put("erased", false)
        .put("input", Shown.input(leg.heard()))
        .put("stepBefore", step(before, standing.stepId()))
        .put("source", source(leg.told().source()))
        .put("steps", new Value.List(entered(leg)))
        .put("messages", new Value.List(messages(leg)))
        .put("understood", understood(understood))
        .put("nearestMiss", nearestMiss(leg, understood))
        .put("fallbacks", new Value.List(fallbacks))
        .put("tried", new Value.List(tried))
        .build();
  }

  private static Value source(Leg.@Nullable Source source) {
    return switch (source) {
      case null -> Value.Null.NULL;
      case Leg.Source.OfStep(var id, var name) -> named("step", id, name);
      case Leg.Source.OfStepFallback(var id, var name) -> named("stepFallback", id, name);
      case Leg.Source.OfStoryFallback(var id, var name) -> named("storyFallback", id, name);
    };
  }

  private static Value.Obj named(String type, String id, String name) {
    return Shown.typed(type).put("id", id).put("name", name).build();
  }

  private static Value step(@Nullable Bot bot, @Nullable String stepId) {
    if (stepId == null) {
      return Value.Null.NULL;
    }
    Optional<Bot.Place> place = bot == null ? Optional.empty() : bot.place(stepId);
    return Value.Obj.builder()
        .put("id", stepId)
        .put("name", Shown.orNull(place.map(at -> at.step().name()).orElse(null)))
        .put("story", Shown.orNull(place.map(at -> at.story().name()).orElse(null)))
        .build();
  }

  private List<Value> entered(Leg leg) {
    List<Value> entered = new ArrayList<>();
    for (Event event : leg.told().events()) {
      if (event instanceof Event.StepEntered(var stepId)) {
        entered.add(step(after, stepId));
      }
    }
    return entered;
  }

  private static List<Value> messages(Leg leg) {
    return leg.sent().stream().<Value>map(sent -> Value.of(sent.messageId())).toList();
  }

  private Value understood(Understood understood) {
    if (understood.botVersion() == 0) {
      return Value.Null.NULL;
    }
    List<Value> intents = new ArrayList<>();
    for (Understood.Scored one : understood.intents()) {
      intents.add(
          Value.Obj.builder()
              .put("id", one.intentId())
              .put("name", Shown.orNull(name(one.intentId())))
              .put("score", score(one.score()))
              .put("exact", one.exact())
              .build());
    }
    return Value.Obj.builder()
        .put("botVersion", understood.botVersion())
        .put("language", Shown.orNull(understood.language()))
        .put("threshold", score(understood.threshold()))
        .put("covered", understood.covered())
        .put("intents", new Value.List(intents))
        .build();
  }

  private @Nullable String name(String intentId) {
    Bot bot = after == null ? before : after;
    return bot == null ? null : bot.intent(intentId).map(Intent::name).orElse(null);
  }

  /// The best intent that was not taken, and what its score lacked of the threshold.
  private Value nearestMiss(Leg leg, Understood understood) {
    Set<String> accepted = new HashSet<>();
    for (Why.Tried one : leg.told().why().tried()) {
      if (one instanceof Why.Tried.Detection detection && detection.accepted() != null) {
        accepted.add(detection.accepted());
      }
    }
    for (Understood.Scored one : understood.intents()) {
      if (!accepted.contains(one.intentId())) {
        return Value.Obj.builder()
            .put("id", one.intentId())
            .put("name", Shown.orNull(name(one.intentId())))
            .put("score", score(one.score()))
            .put("lacked", score(Math.max(0, threshold(one, leg, understood) - one.score())))
            .build();
      }
    }
    return Value.Null.NULL;
  }

  private static Value.Obj tried(Why.Tried tried, Trail trail) {
    if (!(tried instanceof Why.Tried.ArrowTested || tried instanceof Why.Tried.AnswerTested)) {
      trail.lost();
    }
    return switch (tried) {
      case Why.Tried.Detection detection -> detection(detection);
      case Why.Tried.ArrowTested arrow ->
          Shown.typed("arrow")
              .put("of", word(arrow.of()))
              .put("index", arrow.index())
              .put("taken", arrow.taken())
              .put("conditions", trail.conditions(arrow))
              .build();
      case Why.Tried.AnswerTested(var answer, var rule, double score) ->
          Shown.typed("answer")
              .put("answer", Shown.orNull(answer))
              .put("rule", rule)
              .put("score", score(score))
              .build();
      case Why.Tried.HookTried hook -> hook(hook);
      case Why.Tried.FellBack(var level) ->
          Shown.typed("fallback").put("level", word(level)).build();
      case Why.Tried.LanguageChanged(var from, var to) ->
          Shown.typed("language").put("from", from).put("to", to).build();
      case Why.Tried.BudgetReached(var limit) -> Shown.typed("budget").put("limit", limit).build();
    };
  }

  private static Value.Obj hook(Why.Tried.HookTried hook) {
    var answered = hook.record().response();
    return Shown.typed("hook")
        .put("call", hook.callId())
        .put("method", hook.record().method())
        .put("url", hook.record().url())
        .put("status", answered == null ? Value.Null.NULL : Value.of(answered.status()))
        .put("error", Shown.orNull(hook.record().error()))
        .put("millis", hook.record().millis())
        .put("used", hook.used())
        .build();
  }

  /// What that intent had to reach: its own threshold, the bot's, or the trained one.
  private static double threshold(Understood.Scored one, Leg leg, Understood understood) {
    double threshold = understood.threshold();
    for (Why.Tried tried : leg.told().why().tried()) {
      if (tried instanceof Why.Tried.Detection detection) {
        threshold = detection.threshold();
        for (Why.Result result : detection.results()) {
          if (result.intentId().equals(one.intentId())) {
            return threshold(result, detection);
          }
        }
      }
    }
    return threshold;
  }

  private static double threshold(Why.Result result, Why.Tried.Detection detection) {
    Double own = result.threshold();
    return own == null ? detection.threshold() : own;
  }

  private static Value.Obj detection(Why.Tried.Detection detection) {
    List<Value> results = new ArrayList<>();
    for (Why.Result result : detection.results()) {
      ObjBuilder parameters = Value.Obj.builder();
      result.parameters().forEach(one -> parameters.set(one.name(), one.value()));
      results.add(
          Value.Obj.builder()
              .put("id", result.intentId())
              .put("name", result.name())
              .put("score", score(result.score()))
              .put("threshold", score(threshold(result, detection)))
              .put("parameters", parameters.build())
              .build());
    }
    return Shown.typed("detection")
        .put("query", detection.query())
        .put("rule", word(detection.rule()))
        .put("threshold", score(detection.threshold()))
        .put("accepted", Shown.orNull(detection.accepted()))
        .put("results", new Value.List(results))
        .build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Value.Num score(double score) {
    BigDecimal rounded = new BigDecimal(score, new MathContext(SCORE_DIGITS)).stripTrailingZeros();
    return new Value.Num(rounded.toPlainString());
  }
}
