package dev.dragoman.server.http;

import io.helidon.common.buffers.DataReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One frame of RFC 6455. The array is taken over, not copied.
@SuppressWarnings("ArrayRecordComponent") // Lives for a moment between two neighbours.
record Frame(boolean last, int opcode, byte[] payload) {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  static final int NORMAL = 1000;
  static final int GOING_AWAY = 1001;
  static final int PROTOCOL_ERROR = 1002;
  static final int UNSUPPORTED = 1003;
  static final int NOT_TEXT = 1007;
  static final int TOO_BIG = 1009;
  static final int DEFECT = 1011;
  static final int TRY_LATER = 1013;

  private static final int CONTROL_BYTES = 125;
  private static final int LAST = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7f;
  private static final int SHORT_FOLLOWS = 126;
  private static final int LONG_FOLLOWS = 127;

  /// A client broke the protocol or a limit; the code says which.
  static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    FaultException(int code, String reason) {
      super(reason);
      this.code = code;
    }

    int code() {
      return code;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  static Frame text(String text) {
    return new Frame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static Frame close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(words.length, CONTROL_BYTES - 2);
    return new Frame(
        true,
        CLOSE,
        ByteBuffer.allocate(2 + length).putShort((short) code).put(words, 0, length).array());
  }

  private boolean control() {
    return isControl(opcode);
  }

  private static boolean isControl(int opcode) {
    return opcode >= CLOSE;
  }

  boolean goodbye() {
    return opcode == CLOSE;
  }

  /// Reads the next frame of a client; nothing larger than `most` bytes is taken into memory.
  static Frame read(DataReader reader, int most) throws FaultException {
    int first = reader.read() & 0xff;
    int second = reader.read() & 0xff;
    int opcode = first & 0x0f;
    boolean last = (first & LAST) != 0;
    if ((first & RESERVED) != 0) {
      throw new FaultException(PROTOCOL_ERROR, "reserved bits are set");
    }
    if (opcode > PONG || (opcode > BINARY && opcode < CLOSE)) {
      throw new FaultException(PROTOCOL_ERROR, "unknown opcode");
    }
    if ((second & MASKED) == 0) {
      throw new FaultException(PROTOCOL_ERROR, "frames of clients are masked");
    }
    long length = length(reader, second & LENGTH);
    if (isControl(opcode) && (!last || length > CONTROL_BYTES)) {
      throw new FaultException(PROTOCOL_ERROR, "control frames are short and whole");
    }
    if (length < 0 || length > most) {
      throw new FaultException(TOO_BIG, "messages have at most " + most + " bytes");
    }
    byte[] mask = reader.readBytes(4);
    byte[] payload = length == 0 ? new byte[0] : reader.readBytes((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return new Frame(last, opcode, payload);
  }

  private static long length(DataReader reader, int told) {
    return switch (told) {
      case SHORT_FOLLOWS -> ByteBuffer.wrap(reader.readBytes(2)).getShort() & 0xffffL;
      case LONG_FOLLOWS -> ByteBuffer.wrap(reader.readBytes(8)).getLong();
      default -> told;
    };
  }

  /// As a server writes it: whole and unmasked.
  byte[] bytes() {
    int length = payload.length;
    int head = length < SHORT_FOLLOWS ? 2 : length <= 0xffff ? 4 : 10;
    ByteBuffer bytes = ByteBuffer.allocate(head + length);
    bytes.put((byte) (LAST | opcode));
    switch (head) {
      case 2 -> bytes.put((byte) length);
      case 4 -> bytes.put((byte) SHORT_FOLLOWS).putShort((short) length);
      default -> bytes.put((byte) LONG_FOLLOWS).putLong(length);
    }
    return bytes.put(payload).array();
  }

  /// The code of a goodbye, or 1000 when it has none.
  int code() {
    return control() && payload.length >= 2 ? ByteBuffer.wrap(payload).getShort() & 0xffff : NORMAL;
  }
}
