package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.check.Finding.Kind;
import dev.dragoman.core.turn.Patterns;
import java.util.ArrayList;
import java.util.List;

/// Finds patterns that the engine cannot or will not run.
final class RefusedPatterns {
  private final Patterns patterns;
  private final List<Finding> findings = new ArrayList<>();

  private RefusedPatterns(Patterns patterns) {
    this.patterns = patterns;
  }

  static List<Finding> find(Bot bot, List<Placed> actions, Patterns patterns) {
    RefusedPatterns search = new RefusedPatterns(patterns);
    for (Story story : bot.stories()) {
      for (Step step : story.steps()) {
        search.look(step.next(), Spot.of(step.id()), "next");
        search.look(step.links(), Spot.of(step.id()), "links");
      }
    }
    for (Placed placed : actions) {
      if (placed.action() instanceof Action.JumpTo(var connections, _)) {
        search.look(connections, placed.spot(), "next");
      }
    }
    return search.findings;
  }

  private void look(List<Arrow> arrows, Spot spot, String name) {
    for (int i = 0; i < arrows.size(); i++) {
      Spot at = spot.at(name, i);
      arrows.get(i).when().forEach(condition -> look(condition, at));
    }
  }

  private void look(Condition condition, Spot at) {
    switch (condition) {
      case Condition.Check(_, ValueTest.Matches(var pattern)) -> compile(pattern, at);
      case Condition.Not(var inner) -> look(inner, at);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> {}
    }
  }

  private void compile(String pattern, Spot at) {
    try {
      patterns.compile(pattern);
    } catch (IllegalArgumentException refused) {
      String message = "the pattern '%s' %s".formatted(pattern, refused.getMessage());
      findings.add(Finding.error(Kind.REFUSED_PATTERN, at, message, List.of()));
    }
  }
}
