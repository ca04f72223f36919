package dev.dragoman.server.egress;

import java.net.URI;

/// What became of a URL that a user gave.
public sealed interface UrlCheck {

  /// It may be kept; its name is judged again, by its addresses, at each connection.
  ///
  /// @param uri with scheme and host in lower case, the host in ASCII and without a final dot
  record Accepted(URI uri) implements UrlCheck {}

  /// It is not called.
  ///
  /// @param reason one sentence fit for the one who gave it
  record Refused(String reason) implements UrlCheck {}
}
