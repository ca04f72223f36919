package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets hooks out and remembers them in the state, each with its deadline.
final class HookDesk {
  private final Bot bot;

  HookDesk(Bot bot) {
    this.bot = bot;
  }

  /// Asks the bot's webhook for a step's actions. False when there is no webhook or no time left
  /// in the turn: the step's own actions run.
  boolean callStep(Step step, Run run) {
    if (bot.settings().webhook() == null || timeIsOver(run)) {
      return false;
    }
    int walked = run.budget().stepsWalked();
    OpenHook hook = open(new OpenHook.After.EnterStep(step.id(), walked), false, run);
    hold(hook, run);
    run.ask(new Work.CallStepWebhook(hook, step, run.input(), run.session()));
    return true;
  }

  /// Calls the hook of an arrow; true when the conversation waits for it.
  boolean callArrow(HookCall call, @Nullable Target target, Work.Answered answered, Run run) {
    if (timeIsOver(run)) {
      return false;
    }
    return call.blocking()
        ? callBlocking(call, target, answered, run)
        : callAside(call, answered, run);
  }

  private boolean callBlocking(
      HookCall call, @Nullable Target target, Work.Answered answered, Run run) {
    OpenHook.After after = new OpenHook.After.Follow(target, run.budget().stepsWalked());
    OpenHook hook = open(after, call.repeatable(), run);
    hold(hook, run);
    run.ask(new Work.CallArrowHook(hook, call, answered, run.session()));
    return true;
  }

  private boolean callAside(HookCall call, Work.Answered answered, Run run) {
    Waiting waiting = run.state().waiting();
    OpenHook hook = open(new OpenHook.After.Merge(), call.repeatable(), run);
    List<OpenHook> side = new ArrayList<>(waiting.side());
    side.add(hook);
    Waiting more = new Waiting(waiting.blocking(), side, waiting.pending());
    if (side.size() > Limits.SIDE_HOOKS || !Space.isForWhatWaits(run.state().waiting(more))) {
      run.spent("SIDE_HOOKS");
      return false;
    }
    run.state(run.state().waiting(more));
    watch(hook, run);
    run.tell(new Event.HookCalled(hook.callId(), false));
    run.ask(new Work.CallArrowHook(hook, call, answered, run.session()));
    return false;
  }

  /// Nobody waits for the side hooks any more: an answer of one is stale.
  static void forgetSideHooks(Run run) {
    Waiting waiting = run.state().waiting();
    for (OpenHook hook : waiting.side()) {
      run.dropTimers(timer -> timer.watchesFor(hook.callId()));
      run.tell(new Event.HookClosed(hook.callId(), false));
    }
    run.state(run.state().waiting(new Waiting(waiting.blocking(), List.of(), waiting.pending())));
  }

  private static boolean timeIsOver(Run run) {
    if (run.moment.epochNanos() < run.turnDeadlineNanos()) {
      return false;
    }
    run.spent("TURN_DEADLINE_MILLIS");
    return true;
  }

  private static OpenHook open(OpenHook.After after, boolean repeatable, Run run) {
    long deadline =
        Math.min(run.moment.plusMillis(run.facts().times().hookMillis()), run.turnDeadlineNanos());
    return new OpenHook(
        run.chance.objectId(),
        run.turnId(),
        deadline,
        run.turnDeadlineNanos(),
        repeatable,
        run.input(),
        after,
        run.released() && !(after instanceof OpenHook.After.Merge));
  }

  private static void watch(OpenHook hook, Run run) {
    run.setTimer(hook.deadlineNanos(), new Timer.Purpose.HookLate(hook.callId()));
  }

  /// While the bot waits for a hook nobody counts the contact's silence.
  private static void hold(OpenHook hook, Run run) {
    Walk.leaveStep(run);
    Waiting waiting = run.state().waiting();
    run.state(run.state().waiting(new Waiting(hook, waiting.side(), waiting.pending())));
    watch(hook, run);
    run.tell(new Event.HookCalled(hook.callId(), true));
    run.unsettled();
  }
}
