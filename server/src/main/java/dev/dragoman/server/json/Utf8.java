package dev.dragoman.server.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Tells UTF-8 from bytes that only look like it.
final class Utf8 {

  private Utf8() {}

  /// The text of bytes that are valid, without a byte order mark.
  static String text(byte[] bytes) {
    int start = markLength(bytes);
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  /// The text of the valid bytes before `end`.
  static String text(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /// The index of the first byte that is not part of valid UTF-8 (overlong forms, encoded
  /// surrogates and a cut end included), or -1.
  static int firstInvalid(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return decodeFrom(bytes, i);
      }
    }
    return -1;
  }

  /// The JDK's own decoder judges; what it decodes is thrown away piece by piece.
  private static int decodeFrom(byte[] bytes, int start) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    var out = CharBuffer.allocate(Math.min(1_024, bytes.length - start + 1));
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
