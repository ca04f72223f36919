package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;

/// What came of reading bytes as JSON.
public sealed interface JsonRead {

  /// They are JSON.
  record Read(Value value) implements JsonRead {}

  /// They are not, or not within the rules.
  record Refused(JsonProblem problem) implements JsonRead {}

  /// The value, where anything else is a defect of this program or its store; throws
  /// `IllegalStateException` with the problem's message.
  default Value orThrow() {
    return switch (this) {
      case Read(var value) -> value;
      case Refused(var problem) -> throw new IllegalStateException(problem.message());
    };
  }
}
