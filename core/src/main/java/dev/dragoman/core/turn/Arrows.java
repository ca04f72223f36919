package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.ArrowKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tests arrows in order: the first whose conditions all hold is taken.
final class Arrows {
  private final Conditions conditions;
  private final Detector detector;

  Arrows(Conditions conditions, Detector detector) {
    this.conditions = conditions;
    this.detector = detector;
  }

  /// The first arrow that holds. One detection is run, among the intents these arrows name; its
  /// parameters are kept when the arrow taken is one that names the intent.
  Optional<Arrow> first(List<Arrow> arrows, ArrowKind kind, Run run) {
    Optional<Detector.Winner> winner = detect(arrows, run);
    String intent = winner.map(Detector.Winner::intent).map(Intent::id).orElse(null);
    for (int i = 0; i < arrows.size(); i++) {
      boolean holds = conditions.hold(arrows.get(i).when(), run, intent);
      run.tried(new Why.Tried.ArrowTested(kind, i, holds));
      if (holds) {
        Arrow taken = arrows.get(i);
        winner
            .filter(found -> names(taken, found.intent().id()))
            .ifPresent(found -> found.keepParameters(run));
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }

  /// Where a jump leads: the first connection that holds, else `fallback`.
  @Nullable Target jump(List<Arrow> connections, @Nullable Target fallback, Run run) {
    return first(connections, ArrowKind.CONNECTION, run).map(Arrow::target).orElse(fallback);
  }

  private Optional<Detector.Winner> detect(List<Arrow> arrows, Run run) {
    return run.input() instanceof Input.Text text && anyNames(arrows, null)
        ? detector.choose(text, intent -> anyNames(arrows, intent.id()), run)
        : Optional.empty();
  }

  private static boolean anyNames(List<Arrow> arrows, @Nullable String intentId) {
    for (Arrow arrow : arrows) {
      if (names(arrow, intentId)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a condition of the arrow is about this intent, or with null about any.
  private static boolean names(Arrow arrow, @Nullable String intentId) {
    for (Condition condition : arrow.when()) {
      if (names(condition, intentId)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Condition condition, @Nullable String intentId) {
    return switch (condition) {
      case Condition.Check(_, ValueTest.IsIntent(var named)) ->
          intentId == null || named.equals(intentId);
      case Condition.Not(var inner) -> names(inner, intentId);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> false;
    };
  }
}
