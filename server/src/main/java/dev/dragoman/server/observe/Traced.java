package dev.dragoman.server.observe;

import org.jspecify.annotations.Nullable;

/// A failure without its message: what went wrong where, never what somebody wrote.
///
/// Messages of drivers and parsers quote what they could not take.
final class Traced extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  Traced(Throwable failure) {
    this(failure, DEEPEST);
  }

  private Traced(Throwable failure, int depth) {
    super(failure.getClass().getName(), cause(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  private static @Nullable Throwable cause(Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth == 0 ? null : new Traced(cause, depth - 1);
  }
}
