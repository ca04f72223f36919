package dev.dragoman.core.conversation;

import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// What a leg asks for: the ledger writes timers and attributes in the same transaction, hooks are
/// called after the commit.
public sealed interface Work {
  /// A timer row to write.
  record SetTimer(Timer timer) implements Work {}

  /// A timer row that is not needed any more.
  record DropTimer(Timer timer) implements Work {}

  /// An attribute of the contact to set.
  record SetAttribute(String key, Value value) implements Work {}

  /// The bot's webhook to ask for the actions of a step (contract clustaar §5).
  record CallStepWebhook(OpenHook hook, Step step, Input input, Session session) implements Work {}

  /// The hook of an arrow to call (contract treble §2.1).
  record CallArrowHook(OpenHook hook, HookCall call, Answered answered, Session session)
      implements Work {}

  /// What an arrow's hook reports of the question that was answered.
  record Answered(
      Step step,
      @Nullable Question question,
      String actualResponse,
      @Nullable String classifiedLabel,
      long askedNanos,
      String sentText) {}
}
