package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookAnswer.Failed;
import dev.dragoman.core.conversation.HookAnswer.Good;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What comes back by itself: answers of hooks, and timers.
final class Returning {
  private static final HookRecord LOST =
      new HookRecord(
          "POST", "", "", null, "RequestFailed: Lost (the server that called stopped)", 0);

  private final Bot bot;
  private final Walk walk;
  private final Sessions sessions;
  private final ValueTypes types;

  Returning(Bot bot, Walk walk, Sessions sessions, ValueTypes types) {
    this.bot = bot;
    this.walk = walk;
    this.sessions = sessions;
    this.types = types;
  }

  /// The open hook of this call, or empty when it is settled already.
  static Optional<OpenHook> open(Waiting waiting, String callId) {
    OpenHook blocking = waiting.blocking();
    return blocking != null && blocking.callId().equals(callId)
        ? Optional.of(blocking)
        : waiting.side().stream().filter(hook -> hook.callId().equals(callId)).findFirst();
  }

  /// Settles a hook: its answer is applied if it came in time and the session it was asked for is
  /// still there, then the flow goes on.
  void settle(OpenHook hook, Input.HookSettled settled, Run run) {
    boolean late = run.moment.epochNanos() > hook.deadlineNanos();
    HookAnswer answer = late ? new Failed(HookAnswer.Reason.LATE) : settled.answer();
    HookRecord record = late ? late(settled.record()) : settled.record();
    boolean used = answer instanceof Good && run.hasSession();
    close(hook, record, used, run);
    if (used) {
      apply((Good) answer, run);
    }
    goOn(hook, answer, run);
  }

  private static HookRecord late(HookRecord record) {
    return record.error() != null
        ? record
        : new HookRecord(
            record.method(),
            record.url(),
            record.requestBody(),
            record.response(),
            "RequestFailed: Timeout (the answer came after its deadline)",
            record.millis());
  }

  /// A hook nobody answered for: the node that called it is gone.
  void lose(OpenHook hook, Run run) {
    Failed lost = new Failed(HookAnswer.Reason.LOST);
    close(hook, LOST, false, run);
    goOn(hook, lost, run);
  }

  /// The same for one whose loss cannot be answered for either: its turn settles, nothing is said.
  static void abandon(OpenHook hook, Run run) {
    close(hook, LOST, false, run);
    switch (hook.after()) {
      case OpenHook.After.EnterStep(_, int walked) -> run.continueTurnOf(hook, walked);
      case OpenHook.After.Follow(_, int walked) -> run.continueTurnOf(hook, walked);
      case OpenHook.After.Merge _ -> {}
    }
  }

  private static void close(OpenHook hook, HookRecord record, boolean used, Run run) {
    Waiting waiting = run.state().waiting();
    boolean blocking = hook.equals(waiting.blocking());
    run.state(
        run.state()
            .waiting(
                new Waiting(
                    blocking ? null : waiting.blocking(),
                    waiting.side().stream().filter(other -> !other.equals(hook)).toList(),
                    waiting.pending())));
    run.dropTimers(timer -> timer.watchesFor(hook.callId()));
    run.tried(new Why.Tried.HookTried(hook.callId(), record, used));
    run.tell(new Event.HookClosed(hook.callId(), used));
  }

  private void apply(Good good, Run run) {
    HookAnswer.Values values = good.values();
    if (values != null) {
      if (values.whole()) {
        run.forgetBut(values.values());
      }
      run.store(types.typed(values.values()));
    }
    good.attributes().members().forEach(run::attribute);
  }

  /// Whoever paused or closed meanwhile has the last word: the turn settles, nothing more is said.
  private void goOn(OpenHook hook, HookAnswer answer, Run run) {
    switch (hook.after()) {
      case OpenHook.After.EnterStep(var stepId, int walked) -> {
        run.continueTurnOf(hook, walked);
        bot.place(stepId)
            .filter(_ -> run.botHolds())
            .ifPresent(place -> walk.proceed(place, actions(place, answer), run));
      }
      case OpenHook.After.Follow(var target, int walked) -> {
        run.continueTurnOf(hook, walked);
        if (run.botHolds()) {
          walk.onward(target, run);
        }
      }
      case OpenHook.After.Merge _ -> {}
    }
  }

  private List<Action> actions(Bot.Place place, HookAnswer answer) {
    Value.@Nullable List replaced = answer instanceof Good good ? good.actions() : null;
    return replaced == null
        ? Numbered.actions(place.step(), bot.head().languages())
        : ActionForm.readAll(replaced, "actions", TextMode.LITERAL).orThrow();
  }

  /// The contact was silent for as long as the question of the step waits.
  void silent(String stepId, Run run) {
    if (!(run.state().holder() instanceof Holder.Bot(var session))) {
      return;
    }
    String restarted = sessions.migrate(session, run);
    if (restarted != null) {
      walk.enter(new Target.ToStory(restarted), run);
      return;
    }
    Optional<Step> step =
        bot.place(stepId)
            .map(Bot.Place::step)
            .filter(here -> here.id().equals(run.session().at().stepId()));
    Optional<Question.Timeout> timeout =
        step.map(Step::question).map(question -> question.ask().timeout());
    if (step.isPresent() && timeout.isPresent()) {
      Work.Answered silence = Answers.silence(step.get(), run);
      walk.follow(timeout.get().target(), timeout.get().hook(), silence, run);
    }
  }
}
