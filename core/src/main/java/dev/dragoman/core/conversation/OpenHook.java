package dev.dragoman.core.conversation;

import dev.dragoman.core.bot.Target;
import org.jspecify.annotations.Nullable;

/// A hook that was called and has not answered. `callId` names the call, `turnId` the turn that
/// waits for it; an answer counts only if it is committed before `deadlineNanos`, and the whole
/// turn, driven by the input `cause`, has until `turnDeadlineNanos`.
public record OpenHook(
    String callId,
    String turnId,
    long deadlineNanos,
    long turnDeadlineNanos,
    boolean repeatable,
    Input cause,
    After after) {
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
