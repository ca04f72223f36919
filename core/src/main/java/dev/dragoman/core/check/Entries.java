package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ways into stories from outside.
///
/// Each may be the first thing of a session, so nothing is set yet but what the intent requires:
/// with that, whether another story's values are cleared on entering makes no difference to what
/// can be proved. A story that nothing starts is for campaigns, which bring declared values.
final class Entries {
  private Entries() {}

  static List<Edge> of(Names names, Set<String> startedInside) {
    List<Edge> edges = new ArrayList<>();
    for (Story story : names.bot().stories()) {
      Point first = Point.enter(story.firstStep().id());
      for (Trigger trigger : story.triggers()) {
        edges.add(entry(names.bot(), trigger, first));
      }
      if (story.generalFallback()) {
        edges.add(
            new Edge(Point.OUTSIDE, first, List.of(), "the contact says something unknown", null));
      }
      if (isForCampaigns(story) && !startedInside.contains(story.firstStep().id())) {
        List<Op> brought =
            names.bot().valueTypes().keySet().stream()
                .sorted()
                .map(key -> (Op) Op.Put.any(key))
                .toList();
        String input = "a campaign starts the story " + story.name();
        edges.add(new Edge(Point.OUTSIDE, first, brought, input, null));
      }
    }
    return edges;
  }

  /// Whether only a campaign or a call of the API can start the story.
  static boolean isForCampaigns(Story story) {
    return story.triggers().isEmpty() && !story.generalFallback();
  }

  private static Edge entry(Bot bot, Trigger trigger, Point first) {
    return switch (trigger) {
      case Trigger.OnIntent(var intentId) ->
          new Edge(Point.OUTSIDE, first, required(bot, intentId), said(bot, intentId), null);
      case Trigger.OnEvent(var name) ->
          new Edge(Point.OUTSIDE, first, List.of(), "the event " + name + " comes", null);
      case Trigger.OnUrl(var url, boolean prefix) ->
          new Edge(
              Point.OUTSIDE,
              first,
              List.of(),
              "the page " + url + (prefix ? "*" : "") + " is loaded",
              null);
    };
  }

  /// The parameters without which the intent does not match.
  static List<Op> required(Bot bot, String intentId) {
    return bot.intent(intentId).stream()
        .flatMap(intent -> intent.parameters().stream())
        .filter(Intent.Parameter::required)
        .map(parameter -> (Op) Op.Put.any(parameter.name()))
        .toList();
  }

  /// The contact saying the first example of an intent in the bot's main language.
  static String said(Bot bot, String intentId) {
    String main = bot.head().languages().main();
    return bot.intent(intentId)
        .flatMap(
            intent ->
                intent.examples().getOrDefault(main, List.of()).stream()
                    .findFirst()
                    .or(() -> Optional.of(intent.name())))
        .map(text -> "the contact says \"" + text + "\"")
        .orElse("the contact says something");
  }
}
