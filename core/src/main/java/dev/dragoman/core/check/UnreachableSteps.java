package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/// Finds steps that no input can lead to, and stories that only a campaign can start.
final class UnreachableSteps {
  private UnreachableSteps() {}

  static List<Finding> find(FlowGraph graph) {
    Bot bot = graph.bot();
    List<Finding> findings = new ArrayList<>();
    boolean replaced = graph.reached().stream().anyMatch(edge -> asksWebhook(bot, edge));
    boolean onlyCampaigns = bot.stories().stream().allMatch(Entries::isForCampaigns);
    for (Story story : bot.stories()) {
      if (!onlyCampaigns && isCampaign(graph, story)) {
        String message = "nothing starts the story '%s': only a campaign or the API can";
        findings.add(
            Finding.warning(
                Kind.UNREACHABLE_STEP,
                Spot.of(story.id()),
                message.formatted(story.name()),
                graph.wayTo(Point.enter(story.firstStep().id()))));
      }
      for (Step step : story.steps()) {
        if (!graph.isReached(Point.enter(step.id()))) {
          findings.add(unreached(graph, step, replaced));
        }
      }
    }
    return findings;
  }

  private static boolean isCampaign(FlowGraph graph, Story story) {
    return Entries.isForCampaigns(story)
        && graph.to(Point.enter(story.firstStep().id())).stream()
            .anyMatch(edge -> edge.from().equals(Point.OUTSIDE));
  }

  /// The actions a webhook answers may lead anywhere.
  private static boolean asksWebhook(Bot bot, Edge edge) {
    return edge.from().phase() == Point.Phase.ENTER
        && bot.settings().webhook() != null
        && bot.place(edge.from().stepId()).stream()
            .anyMatch(place -> place.step().webhook().asked());
  }

  private static Finding unreached(FlowGraph graph, Step step, boolean replaced) {
    List<String> before =
        graph.to(Point.enter(step.id())).stream()
            .map(edge -> edge.from().stepId())
            .filter(from -> !from.equals(step.id()) && !graph.isReached(Point.enter(from)))
            .map(graph.names()::step)
            .distinct()
            .toList();
    String name = graph.names().step(step.id());
    String message =
        before.isEmpty()
            ? "no trigger, arrow, answer, button or jump that can be taken leads to '%s'"
                .formatted(name)
            : "only steps that are never entered lead to '%s'".formatted(name);
    return replaced
        ? Finding.warning(
            Kind.UNREACHABLE_STEP,
            Spot.of(step.id()),
            message + ", unless the webhook's answer does",
            before)
        : Finding.error(Kind.UNREACHABLE_STEP, Spot.of(step.id()), message, before);
  }
}
