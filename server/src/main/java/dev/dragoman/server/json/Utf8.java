package dev.dragoman.server.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Tells UTF-8 from bytes that only look like it.
final class Utf8 {

  /// What the JDK puts where bytes are invalid; legal where the sender wrote it.
  static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /// The text of the bytes without a byte order mark, [#REPLACEMENT] where they are invalid.
  static String text(byte[] bytes) {
    int start = markLength(bytes);
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  /// The text of the valid bytes before `end`.
  static String text(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /// The index of the first byte that is not part of valid UTF-8 (overlong forms, encoded
  /// surrogates and a cut end included), or -1. The JDK's own decoder judges; what it decodes is
  /// thrown away piece by piece.
  static int firstInvalid(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(Math.min(1_024, bytes.length + 1));
    while (true) {
      var result = decoder.decode(in, out.clear(), true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
    }
  }

  /// How many bytes a byte order mark takes at the start.
  private static int markLength(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }
}
