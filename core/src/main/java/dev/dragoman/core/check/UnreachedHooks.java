package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds hooks that no way through the bot calls.
final class UnreachedHooks {
  private final FlowGraph graph;
  private final Set<Spot> called = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private UnreachedHooks(FlowGraph graph) {
    this.graph = graph;
    for (Edge edge : graph.reached()) {
      if (edge.hook() != null) {
        called.add(edge.hook());
      }
    }
  }

  static List<Finding> find(FlowGraph graph, List<Placed> actions) {
    UnreachedHooks search = new UnreachedHooks(graph);
    graph.bot().stories().forEach(story -> story.steps().forEach(search::look));
    for (Placed placed : actions) {
      if (placed.action() instanceof Action.JumpTo(var connections, _)) {
        search.jump(connections, placed.spot());
      }
    }
    return search.findings;
  }

  private void look(Step step) {
    Spot spot = Spot.of(step.id());
    arrows(step, step.next(), "next");
    arrows(step, step.links(), "links");
    if (step.question() != null) {
      look(step, step.question());
    }
    if (step.webhook().asked() && graph.bot().settings().webhook() == null) {
      report(spot.in("webhook"), "asks the bot's webhook, but the bot's settings name none", step);
    } else if (step.webhook().asked() && !isEntered(step)) {
      report(spot.in("webhook"), "is never entered, so its webhook is never asked", step);
    }
  }

  private void look(Step step, Question question) {
    Spot spot = Spot.of(step.id());
    if (question.ask().timeout() != null && question.ask().timeout().hook() != null) {
      uncalled(step, spot.in("ask.timeout"), null);
    }
    if (question instanceof Question.Closed(_, var answers, _, _)) {
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).hook() != null) {
          uncalled(step, spot.at("ask.closed", i), null);
        }
      }
    }
    if (question instanceof Question.Closed closed && closed.rest().hook() != null) {
      uncalled(step, spot.in("ask.catch-all"), null);
    }
    if (question instanceof Question.Awaited(_, _, var hook) && hook != null) {
      uncalled(step, spot.at("ask.closed", 0), null);
    }
  }

  private void arrows(Step step, List<Arrow> arrows, String name) {
    String before = null;
    for (int i = 0; i < arrows.size(); i++) {
      if (arrows.get(i).hook() != null) {
        uncalled(step, Spot.of(step.id()).at(name, i), before);
      }
      if (before == null && arrows.get(i).when().isEmpty()) {
        before = "%s[%d] is always taken".formatted(name, i);
      }
    }
  }

  private void uncalled(Step step, Spot spot, @Nullable String before) {
    if (called.contains(spot)) {
      return;
    }
    if (!isEntered(step)) {
      report(spot, "is never entered, so this hook is never called", step);
    } else if (before != null) {
      report(
          spot,
          "has an arrow before that is always taken: this hook is never called",
          step,
          before);
    } else {
      report(spot, "never gets so far that this hook is called", step);
    }
  }

  private boolean isEntered(Step step) {
    return graph.isReached(Point.enter(step.id()));
  }

  private void jump(List<Arrow> connections, Spot spot) {
    for (int i = 0; i < connections.size(); i++) {
      if (connections.get(i).hook() != null) {
        String message = "a jump calls no hook: put it on an arrow of 'next'";
        findings.add(Finding.error(Kind.UNREACHED_HOOK, spot.at("next", i), message, List.of()));
      }
    }
  }

  private void report(Spot spot, String why, Step step, String... more) {
    String name = graph.names().step(step.id());
    List<String> way = new ArrayList<>(graph.wayTo(Point.enter(step.id())));
    way.addAll(List.of(more));
    findings.add(Finding.error(Kind.UNREACHED_HOOK, spot, "'%s' %s".formatted(name, why), way));
  }
}
