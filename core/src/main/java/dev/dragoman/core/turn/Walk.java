package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Work;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks from step to step until one waits, ends, or a hook holds the conversation.
///
/// | where | what | then |
/// |---|---|---|
/// | a step whose webhook is asked | call it | wait for its answer, then as below |
/// | a step | run its actions | a jump leads on |
/// | a step with a question | set its timer | wait for the contact |
/// | a step with `next` | take the first that holds, calling its hook | on, or wait for the hook |
/// | any other step | | wait for the contact |
final class Walk {
  private final Bot bot;
  private final Actor actor;
  private final Arrows arrows;
  private final HookDesk hooks;

  Walk(Bot bot, Actor actor, Arrows arrows, HookDesk hooks) {
    this.bot = bot;
    this.actor = actor;
    this.arrows = arrows;
    this.hooks = hooks;
  }

  /// Enters the target and goes on from there; null stays, and so does a bot that was paused.
  void enter(@Nullable Target target, Run run) {
    Target next = target;
    while (next != null && run.botHolds()) {
      if (!run.budget().step()) {
        run.spent("STEPS_PER_TURN");
        return;
      }
      next = enterOne(next, run);
    }
  }

  /// Runs the step's actions, its own or the ones a webhook gave, and goes on from there.
  void proceed(Bot.Place place, List<Action> actions, Run run) {
    enter(perform(place, actions, run), run);
  }

  /// Takes an arrow: calls its hook, and goes on unless the hook holds the conversation.
  void follow(@Nullable Target target, @Nullable HookCall hook, Work.Answered answered, Run run) {
    if (hook != null && hooks.callArrow(hook, target, answered, run)) {
      return;
    }
    goOn(target, answered, run);
  }

  /// Goes on after the hook of an arrow: to its target, or where `next` of the step decides.
  void onward(@Nullable Target target, Run run) {
    String stepId = run.session().at().stepId();
    Optional<Bot.Place> place = Optional.ofNullable(stepId).flatMap(bot::place);
    if (place.isPresent()) {
      goOn(target, Answers.unasked(place.get().step(), run), run);
    } else {
      enter(target, run);
    }
  }

  /// A question that was answered is over, also where the story has nothing more to say.
  private void goOn(@Nullable Target target, Work.Answered answered, Run run) {
    Step step = answered.step();
    Target next = target != null ? target : nextOf(answered, run);
    boolean held = run.state().waiting().blocking() != null;
    boolean over = next == null && !held && step.question() != null && step.links().isEmpty();
    if (over && closes(answered)) {
      end(run);
    } else if (over) {
      run.session(run.session().at(run.session().at().betweenSteps()));
    }
    enter(next, run);
  }

  private boolean closes(Work.Answered answered) {
    return bot.settings().closing().answered()
        && !(answered.occasion() instanceof Work.Occasion.Silence);
  }

  private @Nullable Target enterOne(Target target, Run run) {
    return switch (target) {
      case Target.ToEnd _ -> {
        end(run);
        yield null;
      }
      case Target.ToStep(var stepId) -> enterStep(bot.place(stepId), run);
      case Target.ToStory(var storyId) ->
          enterStep(bot.story(storyId).map(story -> new Bot.Place(story, story.firstStep())), run);
    };
  }

  private @Nullable Target enterStep(Optional<Bot.Place> found, Run run) {
    if (found.isEmpty()) {
      return null;
    }
    Bot.Place place = found.get();
    leaveStep(run);
    String said = run.session().at().sentText();
    run.session(
        run.session()
            .at(
                new Session.Standing(
                    place.story().id(), place.step().id(), 0, 0, run.moment.epochNanos(), said)));
    run.tell(new Event.StepEntered(place.step().id()));
    if (place.step().webhook().asked() && hooks.callStep(place.step(), run)) {
      return null;
    }
    return perform(place, Numbered.actions(place.step(), bot.head().languages()), run);
  }

  private @Nullable Target perform(Bot.Place place, List<Action> actions, Run run) {
    Step step = place.step();
    run.source(new Leg.Source.OfStep(step.id(), step.name()));
    int before = run.told();
    Target jump = actor.act(actions, run);
    Receipts.expect(step, run.lastSent(before), run);
    if (jump != null) {
      return jump;
    }
    if (!run.botHolds()) {
      return null;
    }
    if (step.question() instanceof Question.Awaited awaited && run.released()) {
      run.goneOn();
      follow(awaited.target(), awaited.hook(), Answers.unasked(step, run), run);
      return null;
    }
    if (step.question() != null) {
      startClock(step.question(), step.id(), run);
      return null;
    }
    return nextOf(Answers.unasked(step, run), run);
  }

  /// The integrator lets the session go on: now if it waits for that; as soon as it does if a hook
  /// is out, for integrators call from inside their hooks; else nothing happens.
  void letGo(Run run) {
    Waiting waiting = run.state().waiting();
    if (waiting.blocking() != null) {
      OpenHook released = waiting.blocking().released(true);
      run.state(run.state().waiting(new Waiting(released, waiting.side(), waiting.pending())));
      return;
    }
    String stepId = run.botHolds() ? run.session().at().stepId() : null;
    Optional<Step> step = Optional.ofNullable(stepId).flatMap(bot::place).map(Bot.Place::step);
    if (step.isPresent() && step.get().question() instanceof Question.Awaited awaited) {
      run.goneOn();
      leaveStep(run);
      follow(awaited.target(), awaited.hook(), Answers.unasked(step.get(), run), run);
    }
  }

  private @Nullable Target nextOf(Work.Answered answered, Run run) {
    Step step = answered.step();
    Optional<Arrow> taken = arrows.first(step.next(), Why.ArrowKind.NEXT, run);
    if (taken.isEmpty()) {
      return null;
    }
    Arrow arrow = taken.get();
    boolean held =
        arrow.hook() != null
            && hooks.callArrow(
                arrow.hook(), arrow.target(), Branches.report(arrow, answered, run), run);
    return held ? null : arrow.target();
  }

  /// The humans have gone: what a step of the bot had left to do is done now.
  void takeUp(Run run, boolean stepDone) {
    String stepId = run.session().at().stepId();
    Optional<Step> step = Optional.ofNullable(stepId).flatMap(bot::place).map(Bot.Place::step);
    if (step.isEmpty()) {
      return;
    }
    if (stepDone && step.get().question() == null) {
      enter(nextOf(Answers.unasked(step.get(), run), run), run);
    } else {
      waitAnew(step.get(), run);
    }
  }

  private static void startClock(Question question, String stepId, Run run) {
    Question.Timeout timeout = question.ask().timeout();
    if (timeout != null) {
      run.setTimer(
          run.moment.plusMillis(timeout.afterMillis()), new Timer.Purpose.QuestionSilent(stepId));
    }
  }

  /// The contact has spoken without leaving the step: its silence is counted from now.
  static void waitAnew(Step step, Run run) {
    leaveStep(run);
    if (step.question() != null && run.botHolds()) {
      startClock(step.question(), step.id(), run);
    }
  }

  /// What belonged to the step the session leaves is forgotten.
  static void leaveStep(Run run) {
    run.dropTimers(timer -> timer.purpose() instanceof Timer.Purpose.QuestionSilent);
  }

  /// Ends the session, also under an open room, which goes on. Side hooks that are out for it
  /// count no more; a blocking one still settles its turn, and finds nothing to go on with.
  static void end(Run run) {
    leaveStep(run);
    Quiet.forget(run);
    HookDesk.forgetSideHooks(run);
    Session session = run.session();
    run.tell(new Event.SessionEnded(session.id()));
    run.state(
        run.state()
            .held(
                run.state().holder() instanceof Holder.Room(var room, _)
                    ? new Holder.Room(room, null)
                    : new Holder.Nobody(Holder.Why.ENDED, session)));
  }
}
