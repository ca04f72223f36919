package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.ValueTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways into the middle of a step and out of it, as the engine walks them.
///
/// | from | on | to |
/// |---|---|---|
/// | entered | a jump that is taken | its target |
/// | entered | a click | its target |
/// | entered | a question or a pause | resting |
/// | entered | else | next |
/// | next | an arrow that is taken | its target |
/// | next | none | resting |
/// | resting | an answer, a link, silence | its target, or next |
/// | resting | a fallback | a jump's target, or resting |
final class StepEdges {
  private static final String SOMETHING = "the contact says something that fits nothing";

  private final Names names;
  private final Bot.Place place;
  private final Step step;
  private final Spot spot;
  private final List<Edge> edges = new ArrayList<>();

  private StepEdges(Names names, Bot.Place place) {
    this.names = names;
    this.place = place;
    this.step = place.step();
    this.spot = Spot.of(step.id());
  }

  static List<Edge> of(Names names, Bot.Place place) {
    StepEdges built = new StepEdges(names, place);
    built.entered();
    built.next();
    built.resting();
    return built.edges;
  }

  private void entered() {
    List<Op> before = new ArrayList<>();
    if (step.webhook().asked() && names.bot().settings().webhook() != null) {
      before.add(new Op.Hook());
    }
    ActionWay way = new ActionWay(names, Point.enter(step.id()), null, before);
    way.run(step.actions(), spot);
    boolean rests = step.question() != null || way.pauses();
    way.thenTo(rests ? Point.rest(step.id()) : Point.next(step.id()));
    edges.addAll(way.edges());
  }

  private void next() {
    Point from = Point.next(step.id());
    Exits exits = Exits.of(step.next(), List.of(), spot, "next");
    for (Exits.Exit exit : exits.taken()) {
      HookCall hook = exit.arrow().hook();
      Spot at = hook == null ? null : spot.at("next", exit.index());
      Point to = names.point(exit.arrow().target());
      edges.add(new Edge(from, to, hooked(exit.ops(), hook), null, at));
    }
    if (exits.fall() != null) {
      edges.add(new Edge(from, Point.rest(step.id()), exits.fall(), null, null));
    }
  }

  private void resting() {
    Question question = step.question();
    if (question != null) {
      answers(question);
      timeout(question.ask().timeout());
    }
    if (question == null || !takesEverything(question)) {
      notAnswered();
    }
  }

  /// Whether every text is an answer, so that nothing else is ever tried.
  static boolean takesEverything(Question question) {
    return switch (question) {
      case Question.Open open -> open.entity() == null;
      case Question.Closed closed -> closed.catchAll() != null;
      case Question.Awaited _ -> true;
    };
  }

  private void answers(Question question) {
    String save = question.ask().save();
    switch (question) {
      case Question.Open open -> {
        String what =
            open.entity() == null
                ? "the contact answers"
                : "the contact gives a value of " + open.entity();
        answer(what, save(save, null), null, null, null);
      }
      case Question.Closed closed -> {
        for (int i = 0; i < closed.answers().size(); i++) {
          Question.Answer one = closed.answers().get(i);
          String what = "the contact answers \"" + names.shown(one.label()) + "\"";
          Spot at = one.hook() == null ? null : spot.at("ask.closed", i);
          answer(what, save(save, names.saved(one.label())), one.target(), one.hook(), at);
        }
        if (closed.catchAll() != null) {
          answer(
              "the contact answers something else",
              save(save, null),
              closed.catchAll(),
              closed.rest().hook(),
              closed.rest().hook() == null ? null : spot.in("ask.catch-all"));
        }
      }
      case Question.Awaited awaited -> {
        Spot at = awaited.hook() == null ? null : spot.at("ask.closed", 0);
        List<Op> ops = List.of(new Op.Hook());
        answer("the integrator lets it go on", ops, awaited.target(), awaited.hook(), at);
      }
    }
  }

  private static List<Op> save(@Nullable String key, @Nullable String text) {
    if (key == null) {
      return List.of();
    }
    // A file may come with it.
    return List.of(
        text == null || text.isEmpty() ? Op.Put.any(key) : Op.Put.text(key, text),
        new Op.Maybe(key + "_file_url"));
  }

  private void answer(
      String input,
      List<Op> ops,
      @Nullable Target target,
      @Nullable HookCall hook,
      @Nullable Spot at) {
    Point to = target == null ? Point.next(step.id()) : names.point(target);
    edges.add(new Edge(Point.rest(step.id()), to, hooked(ops, hook), input, at));
  }

  private void timeout(Question.@Nullable Timeout timeout) {
    if (timeout != null) {
      Spot at = timeout.hook() == null ? null : spot.in("ask.timeout");
      answer("the contact is silent", List.of(), timeout.target(), timeout.hook(), at);
    }
  }

  private void notAnswered() {
    Point from = Point.rest(step.id());
    Exits exits = Exits.of(step.links(), List.of(), spot, "links");
    for (Exits.Exit exit : exits.taken()) {
      HookCall hook = exit.arrow().hook();
      Spot at = hook == null ? null : spot.at("links", exit.index());
      List<Op> ops = new ArrayList<>(exit.ops());
      ops.addAll(parameters(exit.arrow().when()));
      Point to = names.point(exit.arrow().target());
      edges.add(new Edge(from, to, hooked(ops, hook), saying(exit.arrow().when()), at));
    }
    if (exits.fall() != null) {
      fallbacks(exits.fall());
    }
  }

  private void fallbacks(List<Op> before) {
    Question question = step.question();
    if (question != null && question.ask().retries() > 0) {
      List<Action> own = question.ask().notUnderstood();
      fallback(
          own.isEmpty() ? step.actions() : own,
          own.isEmpty() ? spot : spot.in("ask.not-understood"),
          before);
    }
    if (step.fallback() != null) {
      fallback(step.fallback().actions(), spot.in("fallback"), before);
    }
    if (place.story().fallback() != null) {
      Spot at = Spot.of(place.story().id()).in("fallback");
      fallback(place.story().fallback().actions(), at, before);
    }
  }

  private void fallback(List<Action> actions, Spot at, List<Op> before) {
    ActionWay way = new ActionWay(names, Point.rest(step.id()), SOMETHING, before);
    way.run(actions, at);
    way.thenTo(Point.rest(step.id()));
    edges.addAll(way.edges());
  }

  private static List<Op> hooked(List<Op> ops, @Nullable HookCall hook) {
    List<Op> all = new ArrayList<>(ops);
    if (hook != null) {
      all.add(new Op.Hook());
    }
    return all;
  }

  /// What the intent of a link hands to the session for sure.
  private List<Op> parameters(List<Condition> when) {
    String intentId = intentOf(when);
    return intentId == null ? List.of() : Entries.required(names.bot(), intentId);
  }

  private String saying(List<Condition> when) {
    String intentId = intentOf(when);
    return intentId == null ? "the contact says something" : Entries.said(names.bot(), intentId);
  }

  private static @Nullable String intentOf(List<Condition> when) {
    for (Condition condition : when) {
      Op.Test test = Logic.plain(new Op.Test(condition, true));
      if (test.holds()
          && test.condition() instanceof Condition.Check(_, ValueTest.IsIntent(var intentId))) {
        return intentId;
      }
    }
    return null;
  }
}
