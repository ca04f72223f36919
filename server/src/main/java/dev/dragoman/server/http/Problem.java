package dev.dragoman.server.http;

import java.util.Set;

/// What can go wrong before, or outside of, a handler.
public sealed interface Problem {
  /// The status that says it.
  int status();

  /// No route has this path.
  record NotFound() implements Problem {
    @Override
    public int status() {
      return 404;
    }
  }

  /// The path exists, for other methods.
  record MethodNotAllowed(Set<String> allowed) implements Problem {
    /// Copies the set.
    public MethodNotAllowed {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public int status() {
      return 405;
    }
  }

  /// The body is larger than the route takes.
  record TooLarge(int limitBytes) implements Problem {
    @Override
    public int status() {
      return 413;
    }
  }

  /// The content type is not the one the route reads.
  record UnsupportedMediaType(String expected) implements Problem {
    @Override
    public int status() {
      return 415;
    }
  }

  /// The request broke off or breaks the protocol.
  record Malformed() implements Problem {
    @Override
    public int status() {
      return 400;
    }
  }

  /// The server is stopping, or has too much to do.
  record Unavailable(int retryAfterSeconds) implements Problem {
    @Override
    public int status() {
      return 503;
    }
  }

  /// A defect of the server; `reference` finds it in the log.
  record Internal(String reference) implements Problem {
    @Override
    public int status() {
      return 500;
    }
  }
}
