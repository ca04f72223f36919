package dev.dragoman.server.api;

import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import java.util.Optional;

/// Lets requests in by their key: the only source of their workspace.
final class Gate {
  private static final String SCHEME = "bearer ";

  private final Keys keys;

  Gate(Keys keys) {
    this.keys = keys;
  }

  Response answer(Operation operation, Request request) {
    Optional<Credential> credential = credential(request);
    if (credential.isEmpty()) {
      return Problems.unauthorized();
    }
    if (!operation.kinds().contains(credential.get().kind())) {
      return Problems.forbidden();
    }
    return operation.traffic().answering().answer(new Call(request, credential.get()));
  }

  /// Whether a call that was let in still would be: a stream outlives what opened it.
  boolean lets(Call call) {
    return credential(call.request()).filter(call.credential()::equals).isPresent();
  }

  private Optional<Credential> credential(Request request) {
    String header = request.header("Authorization").orElse("");
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? keys.find(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
