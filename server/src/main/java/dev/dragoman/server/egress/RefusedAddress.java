package dev.dragoman.server.egress;

import java.io.Serial;
import java.net.UnknownHostException;

/// A name led to an address that is not called; carries the policy's sentence.
final class RefusedAddress extends UnknownHostException {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  RefusedAddress(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
