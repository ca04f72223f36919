package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Value;

/// The success envelope of the user and account groups (contract gptbots §1.4).
final class Envelope {
  private Envelope() {}

  static Value.Obj of(Value data) {
    return Value.Obj.builder().put("code", 0).put("message", "OK").put("data", data).build();
  }
}
