package dev.dragoman.server.delivery;

import dev.dragoman.server.egress.Header;
import java.util.List;
import java.util.Optional;

/// One request as an endpoint hears it.
///
/// @param sequence that of the event it tells; rises strictly within a leg
/// @param eventId 24 hex digits, the same however often it is rendered
/// @param kind the native kind of the event, or the dialect's own word
/// @param body exactly these bytes are sent, at every attempt
/// @param headers the dialect's own, `Content-Type` among them; not those of the endpoint's auth
/// @param url when the door remembers another address than the endpoint's
@SuppressWarnings("ArrayRecordComponent") // Bytes as they are sent, never compared.
public record Rendered(
    long sequence,
    String eventId,
    String kind,
    byte[] body,
    List<Header> headers,
    Optional<String> url) {
  /// Copies the list.
  public Rendered {
    headers = List.copyOf(headers);
  }

  /// A JSON body to the endpoint's own address.
  public static Rendered json(long sequence, String eventId, String kind, byte[] body) {
    return new Rendered(
        sequence,
        eventId,
        kind,
        body,
        List.of(new Header("Content-Type", "application/json")),
        Optional.empty());
  }
}
