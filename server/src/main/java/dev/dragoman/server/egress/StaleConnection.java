package dev.dragoman.server.egress;

import java.io.IOException;
import java.io.Serial;

/// A kept connection turned out closed, or spoke without being asked. Nothing was sent on it, so
/// the call may take another.
final class StaleConnection extends IOException {

  @Serial private static final long serialVersionUID = 1;

  StaleConnection() {
    super("a kept connection was no longer fit for use");
  }
}
