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
import dev.dragoman.core.understand.intent.Contest;
import dev.dragoman.core.understand.intent.IntentCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Chooses among candidates: which of the allowed intents a text means, if any.
final class Detector {
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
    boolean covered = understood.covered();
    IntentCandidate winner =
        Contest.winner(
            ranked.stream().map(one -> one.candidate(threshold, covered)).toList(),
            id -> bot.intent(id).map(Intent::priority).orElse(0));
    Optional<Ranked> accepted =
        ranked.stream().filter(one -> winner != null && one.is(winner.intent())).findFirst();
    run.tried(
        new Why.Tried.Detection(
            text.text(),
            results(ranked),
            threshold,
            winner == null ? null : winner.intent(),
            accepted.map(Ranked::rule).orElse(refusal(ranked, covered))));
    return accepted.map(one -> new Winner(one.intent, one.parameters));
  }

  /// An accepted intent.
  record Winner(Intent intent, List<Why.Parameter> parameters) {
    /// Puts the values found into the session under their names.
    void keepParameters(Run run) {
      parameters.forEach(parameter -> run.store(parameter.name(), parameter.value()));
    }
  }

  private record Ranked(Intent intent, Scored scored, List<Why.Parameter> parameters) {
    boolean is(String intentId) {
      return intent.id().equals(intentId);
    }

    double score() {
      return scored.exact() ? 1 : scored.score();
    }

    Rule rule() {
      return scored.exact() ? Rule.EXACT_EXAMPLE : Rule.CLASSIFIER;
    }

    IntentCandidate candidate(double threshold, boolean covered) {
      boolean accepted = scored.exact() || (covered && scored.score() >= threshold);
      return new IntentCandidate(intent.id(), score(), threshold, accepted);
    }
  }

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
    ranked.sort(Comparator.comparing(one -> one.candidate(0, true), Contest.BEST_FIRST));
    return ranked;
  }

  private static Rule refusal(List<Ranked> ranked, boolean covered) {
    if (ranked.isEmpty()) {
      return Rule.NO_INTENT;
    }
    return covered ? Rule.UNDER_THRESHOLD : Rule.UNKNOWN_WORDS;
  }

  private static List<Why.Result> results(List<Ranked> ranked) {
    return ranked.stream()
        .limit(Limits.DETECTION_RESULTS)
        .map(one -> new Why.Result(one.intent.id(), one.intent.name(), one.score(), one.parameters))
        .toList();
  }

  /// The values of the intent's parameters, or null when a required one is missing. Parameters of
  /// the same entity take its values in the order they were said.
  private static @Nullable List<Why.Parameter> parameters(Intent intent, List<EntitySpan> spans) {
    List<Why.Parameter> found = new ArrayList<>();
    List<EntitySpan> left = new ArrayList<>(spans);
    for (Intent.Parameter parameter : intent.parameters()) {
      Optional<EntitySpan> span =
          left.stream().filter(one -> one.type().equals(parameter.entity())).findFirst();
      if (span.isPresent()) {
        left.remove(span.get());
        found.add(new Why.Parameter(parameter.name(), Value.of(span.get().value())));
      } else if (parameter.required()) {
        return null;
      }
    }
    return found;
  }
}
