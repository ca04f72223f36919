package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// What a hook's answer means to the flow, already decoded by its dialect.
public sealed interface HookAnswer {
  /// A good answer: `actions`, checked and in their written form, replace the step's own (null
  /// leaves them), `values` replace or merge
  /// into the session (null leaves it), `attributes` are set on the contact.
  record Good(Value.@Nullable List actions, @Nullable Values values, Value.Obj attributes)
      implements HookAnswer {}

  /// Session values of an answer: the whole new set, or some to merge.
  record Values(Value.Obj values, boolean whole) {}

  /// No usable answer: the flow goes on unchanged.
  record Failed(Reason reason) implements HookAnswer {}

  /// Why there is no usable answer.
  enum Reason {
    /// It came after its deadline or not at all.
    LATE,
    /// The call could not be made or broke off.
    UNREACHABLE,
    /// The status was not 2xx.
    STATUS,
    /// The body is not what the contract asks for.
    GARBAGE,
    /// The node that called died.
    LOST
  }
}
