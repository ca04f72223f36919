package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.understand.closed.AnswerSpec;
import dev.dragoman.core.understand.closed.ClosedQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rooms of one engine, joined: what is compiled once for a bot version.
record Joined(
    Hearing hearing, Returning returning, Commands commands, Humans humans, Campaigns campaigns) {
  static Joined of(Bot bot, Patterns patterns) {
    ValueTypes types = new ValueTypes(bot);
    Detector detector = new Detector(bot);
    Arrows arrows = new Arrows(new Conditions(finders(bot, patterns)), detector);
    Expansion expansion = new Expansion(bot.head().languages().main());
    HandOver handOver = new HandOver(bot);
    Actor actor =
        new Actor(new Actor.Filling(expansion, types, TargetNames.of(bot)), arrows, handOver);
    HookDesk hooks = new HookDesk(bot);
    Walk walk = new Walk(bot, actor, arrows, hooks);
    Sessions sessions = new Sessions(bot);
    Humans humans = new Humans(bot, sessions, walk);
    Answers answers =
        new Answers(expansion, bot.head().languages().main(), types, closedQuestions(bot));
    Listening listening =
        new Listening(
            bot, new Listening.Ways(walk, actor, arrows, sessions), detector, answers, handOver);
    return new Joined(
        new Hearing(bot, sessions, listening, walk, new Hearing.Aside(types, humans)),
        new Returning(bot, walk, sessions, types),
        new Commands(sessions, types, walk, new Receipts(bot, hooks)),
        humans,
        new Campaigns(bot, sessions, walk, types));
  }

  private static Map<String, Patterns.Finder> finders(Bot bot, Patterns patterns) {
    Map<String, Patterns.Finder> finders = new HashMap<>();
    conditions(bot).forEach(condition -> compile(condition, patterns, finders));
    return Map.copyOf(finders);
  }

  /// Every condition on an arrow of the bot.
  private static Stream<Condition> conditions(Bot bot) {
    return steps(bot).flatMap(Joined::arrows).flatMap(arrow -> arrow.when().stream());
  }

  private static Stream<Step> steps(Bot bot) {
    return bot.stories().stream().flatMap(story -> story.steps().stream());
  }

  private static Stream<Arrow> arrows(Step step) {
    Stream<Arrow> jumps =
        step.actions().stream()
            .filter(Action.JumpTo.class::isInstance)
            .flatMap(action -> ((Action.JumpTo) action).connections().stream());
    return Stream.of(step.next().stream(), step.links().stream(), jumps).flatMap(one -> one);
  }

  private static void compile(
      Condition condition, Patterns patterns, Map<String, Patterns.Finder> finders) {
    switch (condition) {
      case Condition.Check(_, ValueTest.Matches(var pattern)) ->
          finders.computeIfAbsent(pattern, patterns::compile);
      case Condition.Not(var inner) -> compile(inner, patterns, finders);
      case Condition.Check _, Condition.Team _, Condition.Logged _ -> {}
    }
  }

  private static Map<String, ClosedQuestion> closedQuestions(Bot bot) {
    Map<String, ClosedQuestion> compiled = new HashMap<>();
    steps(bot)
        .forEach(
            step -> {
              if (step.question() instanceof Question.Closed closed) {
                compiled.put(step.id(), compiled(closed, bot.head().languages().all()));
              }
            });
    return Map.copyOf(compiled);
  }

  private static ClosedQuestion compiled(Question.Closed closed, List<String> languages) {
    List<AnswerSpec> specs =
        closed.answers().stream()
            .map(answer -> new AnswerSpec(answer.id(), labels(answer.label()), answer.hints()))
            .toList();
    return ClosedQuestion.compile(specs, languages);
  }

  /// Labels are told apart by their fixed words: what a template fills in is not known here.
  private static List<String> labels(Phrase label) {
    return label.templates().values().stream()
        .map(
            template ->
                template.parts().stream()
                    .map(part -> part instanceof Template.Part.Literal(var text) ? text : "")
                    .collect(Collectors.joining()))
        .sorted()
        .toList();
  }
}
