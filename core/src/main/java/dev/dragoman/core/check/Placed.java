package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import java.util.ArrayList;
import java.util.List;

/// An action and where it stands.
record Placed(Action action, Spot spot) {
  /// Every action of a bot, those of fallbacks and of "not understood" too.
  static List<Placed> all(Bot bot) {
    List<Placed> all = new ArrayList<>();
    for (Story story : bot.stories()) {
      story.steps().forEach(step -> add(step, all));
      if (story.fallback() != null) {
        add(story.fallback().actions(), Spot.of(story.id()).in("fallback"), all);
      }
    }
    return all;
  }

  private static void add(Step step, List<Placed> all) {
    Spot spot = Spot.of(step.id());
    add(step.actions(), spot, all);
    if (step.question() != null) {
      add(step.question().ask().notUnderstood(), spot.in("ask.not-understood"), all);
    }
    if (step.fallback() != null) {
      add(step.fallback().actions(), spot.in("fallback"), all);
    }
  }

  private static void add(List<Action> actions, Spot spot, List<Placed> all) {
    for (int i = 0; i < actions.size(); i++) {
      all.add(new Placed(actions.get(i), spot.at("actions", i)));
    }
  }
}
