package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.turn.Patterns;
import dev.dragoman.core.understand.intent.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Proves defects of a bot by following every way through it. Pure; takes about as long as
/// rehearsing the bot's intents ([Rehearsal]), and milliseconds without them or when it was done.
public final class BotCheck {
  private BotCheck() {}

  /// Everything found, kind by kind, each kind in the order of the bot.
  ///
  /// @param ground what the bot will run on
  public static List<Finding> check(Bot bot, Ground ground) {
    return check(bot, ground, () -> Rehearsal.of(bot));
  }

  /// The same for a bot that has been rehearsed.
  public static List<Finding> check(Bot bot, Ground ground, Rehearsal rehearsal) {
    return check(bot, ground, () -> rehearsal);
  }

  private static List<Finding> check(Bot bot, Ground ground, Supplier<Rehearsal> rehearsal) {
    List<Finding> findings = new ArrayList<>(checkFlow(bot, ground));
    findings.addAll(StolenSentences.find(bot, rehearsal));
    return findings;
  }

  /// What a bot runs on.
  ///
  /// @param patterns the engine of patterns, which says what it refuses
  /// @param sent what the server carries out of the actions that reach other systems
  public record Ground(Patterns patterns, Set<OutsideKind> sent) {
    /// Copies the set.
    public Ground {
      sent = Set.copyOf(sent);
    }
  }

  /// Everything but what needs the intents to be learnt: fast enough for every keystroke.
  public static List<Finding> checkFlow(Bot bot, Ground ground) {
    FlowGraph graph = FlowGraph.of(bot);
    List<Placed> actions = Placed.all(bot);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(UnreachableSteps.find(graph));
    findings.addAll(DeadEnds.find(graph));
    findings.addAll(Loops.find(graph));
    findings.addAll(UnsetValues.find(graph));
    findings.addAll(UnreachedHooks.find(graph, actions));
    findings.addAll(RefusedPatterns.find(bot, actions, ground.patterns()));
    findings.addAll(LongLabels.find(bot, actions));
    findings.addAll(MissingTranslations.find(bot, actions));
    findings.addAll(Unsent.find(actions, ground.sent()));
    return findings;
  }
}
