package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.model.Value;

/// One element of `debug.webhookCalls` (seed 001): both bodies are raw strings.
final class WebhookCall {
  private WebhookCall() {}

  static Value.Obj of(HookRecord record) {
    Value.Obj request =
        Value.Obj.builder()
            .put("method", record.method())
            .put("url", record.url())
            .put("body", record.requestBody())
            .build();
    HookRecord.Answered response = record.response();
    Value answered =
        response == null
            ? Value.Null.NULL
            : Value.Obj.builder()
                .put("status", response.status())
                .put("body", response.body())
                .build();
    return Value.Obj.builder()
        .put("request", request)
        .put("response", answered)
        .put("error", record.error() == null ? Value.Null.NULL : Value.of(record.error()))
        .build();
  }
}
