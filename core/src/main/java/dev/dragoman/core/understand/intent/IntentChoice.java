package dev.dragoman.core.understand.intent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which intent a message is taken for in a given state of the conversation, and why. Immutable.
///
/// @param ranked the best allowed intents, best score first, at most [#RANKED]
/// @param winner the accepted intent, or null
/// @param nearestMiss the allowed intent with the best score that did not win, or null
/// @param reason which rule settled it
public record IntentChoice(
    List<IntentCandidate> ranked,
    @Nullable IntentCandidate winner,
    @Nullable IntentCandidate nearestMiss,
    ChoiceReason reason) {
  /// How many candidates are kept for the record.
  public static final int RANKED = 5;

  /// Chooses. A pure function of its arguments, a few microseconds for 150 intents.
  ///
  /// Candidates compete as in a [Contest]. An intent that competes among few keeps its score
  /// against all: a message that means something else altogether must not become likely because
  /// its true intent is not allowed here.
  public static IntentChoice choose(IntentScores scores, ChoiceQuestion question) {
    List<IntentCandidate> candidates = candidates(scores, question);
    candidates.sort(Contest.BEST_FIRST);
    IntentCandidate winner =
        Contest.winner(candidates, intent -> question.rules().of(intent).priority());
    IntentCandidate miss = null;
    for (IntentCandidate candidate : candidates) {
      if (!candidate.equals(winner)) {
        miss = candidate;
        break;
      }
    }
    List<IntentCandidate> ranked =
        List.copyOf(candidates.subList(0, Math.min(RANKED, candidates.size())));
    return new IntentChoice(ranked, winner, miss, reason(scores, question, candidates, winner));
  }

  private static List<IntentCandidate> candidates(IntentScores scores, ChoiceQuestion question) {
    ChoiceRules rules = question.rules();
    boolean known = scores.coverage() >= rules.coverage();
    double scale = scale(scores, question);
    List<IntentCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < scores.ids().size(); i++) {
      String id = scores.ids().get(i);
      if (!question.allows(id)) {
        continue;
      }
      double threshold = rules.thresholdOf(id);
      if (scores.repeated().contains(id)) {
        candidates.add(new IntentCandidate(id, 1, threshold, true));
      } else {
        double score = scores.score(i) * question.prior().getOrDefault(id, 1.0) / scale;
        candidates.add(new IntentCandidate(id, score, threshold, known && score >= threshold));
      }
    }
    return candidates;
  }

  /// What all chances add up to once the prior is applied, with the chance that none is meant.
  private static double scale(IntentScores scores, ChoiceQuestion question) {
    if (question.prior().isEmpty()) {
      return 1;
    }
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < scores.ids().size(); i++) {
      sum += scores.score(i);
      weighted += scores.score(i) * question.prior().getOrDefault(scores.ids().get(i), 1.0);
    }
    return weighted + Math.max(0, 1 - sum);
  }

  private static ChoiceReason reason(
      IntentScores scores,
      ChoiceQuestion question,
      List<IntentCandidate> candidates,
      @Nullable IntentCandidate winner) {
    if (winner != null) {
      return winner.score() == 1 && scores.repeated().contains(winner.intent())
          ? ChoiceReason.EXACT
          : ChoiceReason.CLASSIFIER;
    }
    if (candidates.isEmpty()) {
      return ChoiceReason.NOTHING_ALLOWED;
    }
    return scores.coverage() < question.rules().coverage()
        ? ChoiceReason.REJECTED_COVERAGE
        : ChoiceReason.REJECTED_THRESHOLD;
  }
}
