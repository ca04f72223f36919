package dev.dragoman.core.understand.intent;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The one rule by which scored intents compete: for live turns and for evaluations alike.
///
/// A repeated example wins before the classifier is asked. Otherwise the best of the accepted
/// intents wins, and the one with the greatest priority among near ties.
public final class Contest {
  /// The order candidates compete in: best score first, then by id.
  public static final Comparator<IntentCandidate> BEST_FIRST =
      Comparator.comparingDouble(IntentCandidate::score)
          .reversed()
          .thenComparing(IntentCandidate::intent);

  /// Scores nearer than this are a tie that priority breaks.
  static final double NEAR = 0.05;

  private Contest() {}

  /// The winner among candidates in the order of [#BEST_FIRST], or null when none is accepted.
  ///
  /// @param priority of an intent by its id, higher first
  public static @Nullable IntentCandidate winner(
      List<IntentCandidate> bestFirst, ToIntFunction<String> priority) {
    IntentCandidate best = null;
    IntentCandidate winner = null;
    for (IntentCandidate candidate : bestFirst) {
      if (!candidate.accepted()) {
        continue;
      }
      if (best == null || winner == null) {
        best = candidate;
        winner = candidate;
      } else if (isTie(best, candidate)
          && priority.applyAsInt(candidate.intent()) > priority.applyAsInt(winner.intent())) {
        winner = candidate;
      }
    }
    return winner;
  }

  /// A repeated example ties with nothing but another repeated example.
  private static boolean isTie(IntentCandidate best, IntentCandidate other) {
    return best.score() == 1 ? other.score() == 1 : best.score() - other.score() < NEAR;
  }
}
