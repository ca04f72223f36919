package dev.dragoman.server.http;

import java.util.Optional;

/// A request as the doors see it. Read by one thread.
public interface Request {
  /// The path with its leading slash, decoded.
  String path();

  /// The value of a `{name}` place of the route's path.
  String place(String name);

  /// The first query parameter of that name; empty text when it stands there without a value.
  Optional<String> query(String name);

  /// The first header of that name, in any case.
  Optional<String> header(String name);

  /// The whole body, at most as large as the route allows.
  byte[] body();

  /// Where the client reaches this server, such as `https://chat.example:8443`: as it asked, or
  /// as a trusted proxy says that it did.
  String origin();

  /// The address of the client, or of the first proxy on the way to it that is not trusted.
  String remoteAddress();
}
