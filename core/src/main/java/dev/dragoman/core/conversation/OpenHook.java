package dev.dragoman.core.conversation;

import dev.dragoman.core.bot.Target;
import org.jspecify.annotations.Nullable;

/// A hook that was called and has not answered. `callId` names the call, `turnId` the turn that
/// waits for it; an answer counts only if it is committed before `deadlineNanos`, and the whole
/// turn, driven by the input `cause`, has until `turnDeadlineNanos`. `released` remembers that the
/// integrator let the session go on before it stood where it waits for that.
public record OpenHook(
    String callId,
    String turnId,
    long deadlineNanos,
    long turnDeadlineNanos,
    boolean repeatable,
    Input cause,
    After after,
    boolean released) {
  /// A hook that was just called.
  public OpenHook(
      String callId,
      String turnId,
      long deadlineNanos,
      long turnDeadlineNanos,
      boolean repeatable,
      Input cause,
      After after) {
    this(callId, turnId, deadlineNanos, turnDeadlineNanos, repeatable, cause, after, false);
  }

  /// The same, and the session may go on.
  public OpenHook released(boolean may) {
    return new OpenHook(
        callId, turnId, deadlineNanos, turnDeadlineNanos, repeatable, cause, after, may);
  }

  /// How the flow goes on when it has answered, or failed to.
  public sealed interface After {
    /// The step webhook of this step: its answer replaces the step's actions. `walked` counts the
    /// steps of the turn so far.
    record EnterStep(String stepId, int walked) implements After {}

    /// The hook of an arrow: its values are merged, then the flow enters `target`; null goes on
    /// with whatever `next` of the step decides.
    record Follow(@Nullable Target target, int walked) implements After {}

    /// Nothing waits: the values of the answer are merged.
    record Merge() implements After {}
  }
}
