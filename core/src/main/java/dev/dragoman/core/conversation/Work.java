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

  /// The contact of this conversation goes into the opt-out book.
  record OptOut() implements Work {}

  /// The bot's webhook to ask for the actions of a step (contract clustaar §5).
  record CallStepWebhook(OpenHook hook, Step step, Input input, Session session) implements Work {}

  /// The hook of an arrow to call (contract treble §2.1).
  record CallArrowHook(OpenHook hook, HookCall call, Answered answered, Session session)
      implements Work {}

  /// What an arrow's hook reports: the step it leaves, what was asked there and said back, and on
  /// which occasion it is called.
  record Answered(
      Step step,
      @Nullable Question question,
      String actualResponse,
      @Nullable String classifiedLabel,
      long askedNanos,
      String sentText,
      Occasion occasion) {
    /// The same on another occasion.
    public Answered on(Occasion other) {
      return new Answered(
          step, question, actualResponse, classifiedLabel, askedNanos, sentText, other);
    }
  }

  /// Why a hook is called (contract treble §2).
  sealed interface Occasion {
    /// The contact answered.
    record Response() implements Occasion {}

    /// The contact chose the answer that opts out.
    record OptOut() implements Occasion {}

    /// The contact was silent for too long.
    record Silence() implements Occasion {}

    /// A way was chosen by a condition: `operator` is the contract's word, `DEFAULT` when no other
    /// way fitted.
    record Branch(String variable, String value, String operator, String operand)
        implements Occasion {}

    /// The step's message was delivered.
    record Delivered(long atNanos) implements Occasion {}

    /// The step's message was read.
    record Read(long atNanos) implements Occasion {}
  }
}
