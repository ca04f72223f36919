package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.people.Credential;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request: with it a repeat is answered again, not done again.
final class Repetition {
  private Repetition() {}

  /// Whether there is none, or one that may be kept.
  static boolean isLegal(Request request) {
    return request.header(Repeats.HEADER).map(Repeats::isLegal).orElse(true);
  }

  static Response illegal() {
    return Errors.invalid(Repeats.HEADER, Repeats.RULE);
  }

  /// The id of the input under the caller's credential, or null when it has none.
  static @Nullable InputId inputId(Request request, Credential credential) {
    return request
        .header(Repeats.HEADER)
        .map(key -> Repeats.inputId(credential.id(), key, request.path(), request.body()))
        .orElse(null);
  }
}
