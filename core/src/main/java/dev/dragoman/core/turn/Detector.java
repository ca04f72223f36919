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
    Double fixed = bot.settings().fixedThreshold();
    double threshold = fixed == null ? understood.threshold() : fixed;
    List<Ranked> ranked = rank(understood, threshold, allowed);
    Ranked winner = winner(ranked);
    run.tried(
        new Why.Tried.Detection(
            text.text(),
            results(ranked),
            threshold,
            winner == null ? null : winner.intent.id(),
            winner == null ? refusal(ranked, understood.covered()) : winner.rule()));
    return winner == null
        ? Optional.empty()
        : Optional.of(new Winner(winner.intent, winner.parameters));
  }

  /// An accepted intent.
  record Winner(Intent intent, List<Why.Parameter> parameters) {
    /// Puts the values found into the session under their names.
    void keepParameters(Run run) {
      parameters.forEach(parameter -> run.store(parameter.name(), parameter.value()));
    }
  }

  private record Ranked(
      Intent intent, IntentCandidate candidate, boolean exact, List<Why.Parameter> parameters) {
    Rule rule() {
      return exact ? Rule.EXACT_EXAMPLE : Rule.CLASSIFIER;
    }

    Why.Result result() {
      return new Why.Result(
          intent.id(), intent.name(), candidate.score(), parameters, intent.threshold());
    }
  }

  private @Nullable Ranked winner(List<Ranked> ranked) {
    List<IntentCandidate> candidates = new ArrayList<>(ranked.size());
    ranked.forEach(one -> candidates.add(one.candidate));
    IntentCandidate winner =
        Contest.winner(candidates, id -> bot.intent(id).map(Intent::priority).orElse(0));
    return winner == null ? null : ranked.get(candidates.indexOf(winner));
  }

  private List<Ranked> rank(Understood understood, double threshold, Predicate<Intent> allowed) {
    List<Ranked> ranked = new ArrayList<>(understood.intents().size());
    for (Scored scored : understood.intents()) {
      Optional<Intent> intent = bot.intent(scored.intentId()).filter(allowed);
      if (intent.isPresent()) {
        List<Why.Parameter> parameters = parameters(intent.get(), understood.entities());
        if (parameters != null) {
          Double own = intent.get().threshold();
          IntentCandidate candidate =
              candidate(scored, own == null ? threshold : own, understood.covered());
          ranked.add(new Ranked(intent.get(), candidate, scored.exact(), parameters));
        }
      }
    }
    ranked.sort(Comparator.comparing(Ranked::candidate, Contest.BEST_FIRST));
    return ranked;
  }

  private static IntentCandidate candidate(Scored scored, double threshold, boolean covered) {
    boolean accepted = scored.exact() || (covered && scored.score() >= threshold);
    double score = scored.exact() ? 1 : scored.score();
    return new IntentCandidate(scored.intentId(), score, threshold, accepted);
  }

  private static Rule refusal(List<Ranked> ranked, boolean covered) {
    if (ranked.isEmpty()) {
      return Rule.NO_INTENT;
    }
    return covered ? Rule.UNDER_THRESHOLD : Rule.UNKNOWN_WORDS;
  }

  private static List<Why.Result> results(List<Ranked> ranked) {
    List<Why.Result> results = new ArrayList<>(Limits.DETECTION_RESULTS);
    for (int i = 0; i < Math.min(ranked.size(), Limits.DETECTION_RESULTS); i++) {
      results.add(ranked.get(i).result());
    }
    return results;
  }

  /// The values of the intent's parameters, or null when a required one is missing. Parameters of
  /// the same entity take its values in the order they were said.
  private static @Nullable List<Why.Parameter> parameters(Intent intent, List<EntitySpan> spans) {
    if (intent.parameters().isEmpty()) {
      return List.of();
    }
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
