package dev.dragoman.server.egress;

import java.io.Serial;

/// Ends the reading of a URL; becomes [UrlCheck.Refused] before it leaves the package.
final class RefusedUrl extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  RefusedUrl(String reason) {
    super(reason);
    this.reason = reason;
  }

  RefusedUrl(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
