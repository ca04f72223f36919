package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.ledger.InputId;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request: with it a repeat is answered again, not done again.
final class Repetition {
  private Repetition() {}

  /// Whether there is none, or one that may be kept.
  static boolean isLegal(Request request) {
    return request.header(Repeats.HEADER).map(Repeats::isLegal).orElse(true);
  }

  /// The id of the input under the caller's key, or null when it has none. `part` tells the inputs
  /// of one request apart.
  static @Nullable InputId inputId(Request request, Access.Guest guest, String part) {
    return request
        .header(Repeats.HEADER)
        .map(key -> Repeats.inputId(guest.keyId() + part, key, request.path(), request.body()))
        .orElse(null);
  }
}
