package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.ArrowKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            .filter(found -> named(taken).contains(found.intent().id()))
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
    Set<String> named = new HashSet<>();
    arrows.forEach(arrow -> named.addAll(named(arrow)));
    return !named.isEmpty() && run.input() instanceof Input.Text text
        ? detector.choose(text, intent -> named.contains(intent.id()), run)
        : Optional.empty();
  }

  private static Set<String> named(Arrow arrow) {
    Set<String> named = new HashSet<>();
    arrow.when().forEach(condition -> collect(condition, named));
    return named;
  }

  private static void collect(Condition condition, Set<String> named) {
    switch (condition) {
      case Condition.Check(_, ValueTest.IsIntent(var intentId)) -> named.add(intentId);
      case Condition.Not(var inner) -> collect(inner, named);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> {}
    }
  }
}
