package dev.dragoman.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back: a status, headers and a body that is complete in memory.
///
/// The array is taken over, not copied.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying every body would cost
public record Response(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=utf-8");

  /// Keeps its own copy of the headers.
  public Response {
    headers = Map.copyOf(headers);
  }

  /// A JSON document.
  public static Response json(int status, byte[] document) {
    return new Response(status, JSON, document);
  }

  /// Text of another type.
  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  /// No body.
  public static Response empty(int status) {
    return new Response(status, Map.of(), NOTHING);
  }

  /// The same with one header more.
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
