package dev.dragoman.server.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back: a status, headers and a body that is complete in memory, or one that is poured
/// piece by piece.
///
/// The array is taken over, not copied.
///
/// @param stream what writes the body instead, or null
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying every body would cost
public record Response(
    int status, Map<String, String> headers, byte[] body, @Nullable Stream stream) {
  private static final byte[] NOTHING = {};
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=utf-8");

  /// A body that comes in pieces. Called once, on the request's thread, after status and headers.
  @FunctionalInterface
  public interface Stream {
    /// Pours all pieces, and returns when there are no more. A piece that cannot be delivered
    /// throws: the client has gone away.
    void pour(Pieces pieces) throws IOException;
  }

  /// Where pieces go: each is on its way when this returns.
  @FunctionalInterface
  public interface Pieces {
    /// Sends one piece.
    void send(byte[] piece) throws IOException;
  }

  /// A body that is complete.
  public Response(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, null);
  }

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

  /// A body that comes in pieces.
  public static Response streaming(String contentType, Stream stream) {
    Map<String, String> headers =
        Map.of("Content-Type", contentType, "Cache-Control", "no-store", "X-Accel-Buffering", "no");
    return new Response(200, headers, NOTHING, stream);
  }

  /// No body.
  public static Response empty(int status) {
    return new Response(status, Map.of(), NOTHING);
  }

  /// The same with one header more.
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, stream);
  }
}
