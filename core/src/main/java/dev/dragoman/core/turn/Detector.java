package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Understood.Scored;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Rule;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Chooses among candidates: which of the allowed intents a text means, if any.
final class Detector {
  /// Scores closer than this are a near tie that the author's priority breaks.
  private static final double NEAR = 0.05;

  private final Bot bot;

  Detector(Bot bot) {
    this.bot = bot;
  }

  /// The winner with the values of its parameters, or empty. Leaves its trace in the leg.
  Optional<Winner> choose(Input.Text text, Predicate<Intent> allowed, Run run) {
    Understood understood = text.understood();
    List<Ranked> ranked = rank(understood, allowed);
    double threshold =
        bot.settings().fixedThreshold() == null
            ? understood.threshold()
            : bot.settings().fixedThreshold();
    Verdict verdict = verdict(ranked, threshold, understood.covered());
    run.tried(
        new Why.Tried.Detection(
            text.text(), results(ranked), threshold, verdict.intentId(), verdict.rule()));
    return ranked.stream()
        .filter(one -> one.intent.id().equals(verdict.intentId()))
        .findFirst()
        .map(one -> new Winner(one.intent, one.parameters));
  }

  /// An accepted intent.
  record Winner(Intent intent, List<Why.Parameter> parameters) {}

  private record Ranked(Intent intent, Scored scored, List<Why.Parameter> parameters) {
    int bucket() {
      return scored.exact() ? Integer.MAX_VALUE : (int) Math.floor(scored.score() / NEAR);
    }
  }

  private record Verdict(@Nullable String intentId, Rule rule) {}

  private List<Ranked> rank(Understood understood, Predicate<Intent> allowed) {
    List<Ranked> ranked = new ArrayList<>();
    for (Scored scored : understood.intents()) {
      Optional<Intent> intent = bot.intent(scored.intentId()).filter(allowed);
      if (intent.isPresent()) {
        List<Why.Parameter> parameters = parameters(intent.get(), understood.entities());
        if (parameters != null) {
          ranked.add(new Ranked(intent.get(), scored, parameters));
        }
      }
    }
    ranked.sort(
        Comparator.comparingInt(Ranked::bucket)
            .thenComparingInt(one -> one.intent.priority())
            .thenComparingDouble(one -> one.scored.score())
            .reversed());
    return ranked;
  }

  private static Verdict verdict(List<Ranked> ranked, double threshold, boolean covered) {
    if (ranked.isEmpty()) {
      return new Verdict(null, Rule.NO_INTENT);
    }
    Ranked best = ranked.getFirst();
    if (best.scored.exact()) {
      return new Verdict(best.intent.id(), Rule.EXACT_EXAMPLE);
    }
    if (!covered) {
      return new Verdict(null, Rule.UNKNOWN_WORDS);
    }
    return best.scored.score() >= threshold
        ? new Verdict(best.intent.id(), Rule.CLASSIFIER)
        : new Verdict(null, Rule.UNDER_THRESHOLD);
  }

  private static List<Why.Result> results(List<Ranked> ranked) {
    return ranked.stream()
        .limit(Limits.DETECTION_RESULTS)
        .map(
            one ->
                new Why.Result(
                    one.intent.id(), one.intent.name(), one.scored.score(), one.parameters))
        .toList();
  }

  /// The values of the intent's parameters, or null when a required one is missing.
  private static @Nullable List<Why.Parameter> parameters(Intent intent, List<EntitySpan> spans) {
    List<Why.Parameter> found = new ArrayList<>();
    for (Intent.Parameter parameter : intent.parameters()) {
      Optional<EntitySpan> span =
          spans.stream().filter(one -> one.type().equals(parameter.entity())).findFirst();
      if (span.isPresent()) {
        found.add(new Why.Parameter(parameter.name(), Value.of(span.get().value())));
      } else if (parameter.required()) {
        return null;
      }
    }
    return found;
  }
}
