package dev.dragoman.core.conversation;

import org.jspecify.annotations.Nullable;

/// One call of a hook as debug and history show it. Bodies are cut to the kept size; `status` and
/// `responseBody` are null when no answer arrived, `error` is null on success.
public record HookRecord(
    String method,
    String url,
    String requestBody,
    @Nullable Answered response,
    @Nullable String error,
    long millis) {
  /// The answer that arrived.
  public record Answered(int status, String body) {}
}
