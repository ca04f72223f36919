package dev.dragoman.core.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The stable 24-hex id of an event: whoever tells it, and however often, it is the same.
public final class EventId {
  private static final int BYTES = 12;

  private EventId() {}

  /// The id of the event of that sequence in a stream: a conversation's id, or a workspace's.
  public static String of(String stream, long sequence) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  ("dragoman/event/" + stream + "/" + sequence)
                      .getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
