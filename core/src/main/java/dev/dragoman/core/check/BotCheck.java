package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.turn.Patterns;
import java.util.ArrayList;
import java.util.List;

/// Proves defects of a bot by following every way through it. Pure; takes about as long as
/// training the bot's intents five times, and milliseconds without them.
public final class BotCheck {
  private BotCheck() {}

  /// Everything found, kind by kind, each kind in the order of the bot.
  ///
  /// @param patterns the engine the bot will run on, which says what it refuses
  public static List<Finding> check(Bot bot, Patterns patterns) {
    List<Finding> findings = new ArrayList<>(checkFlow(bot, patterns));
    findings.addAll(StolenSentences.find(bot));
    return findings;
  }

  /// Everything but what needs the intents to be learnt: fast enough for every keystroke.
  public static List<Finding> checkFlow(Bot bot, Patterns patterns) {
    FlowGraph graph = FlowGraph.of(bot);
    List<Placed> actions = Placed.all(bot);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(UnreachableSteps.find(graph));
    findings.addAll(DeadEnds.find(graph));
    findings.addAll(Loops.find(graph));
    findings.addAll(UnsetValues.find(graph));
    findings.addAll(UnreachedHooks.find(graph, actions));
    findings.addAll(RefusedPatterns.find(bot, actions, patterns));
    findings.addAll(LongLabels.find(bot, actions));
    findings.addAll(MissingTranslations.find(bot, actions));
    findings.addAll(Unsent.find(actions));
    return findings;
  }
}
