package dev.dragoman.server.store.embedded;

import org.jspecify.annotations.Nullable;

/// The start cannot go on, for a reason an operator can act upon; the message is meant for them.
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Refuses with one sentence for the operator.
  public StartRefused(String message) {
    super(message);
  }

  /// Refuses with one sentence for the operator and what caused it, if known.
  public StartRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
