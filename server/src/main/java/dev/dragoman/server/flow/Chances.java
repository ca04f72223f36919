package dev.dragoman.server.flow;

import dev.dragoman.core.model.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Draws seeds and ids from the operating system's secure source, a block at a time. Thread-safe.
public final class Chances {
  private static final int BLOCK = 8_192;
  private static final int OBJECT_ID_BYTES = 12;

  private final SecureRandom source;
  private final byte[] block = new byte[BLOCK];
  private int used = BLOCK;

  /// Draws from this source.
  public Chances(SecureRandom source) {
    this.source = source;
  }

  /// 256 new bits.
  public Seed seed() {
    return new Seed(draw(Seed.BYTES));
  }

  /// A new 24-hex id that cannot be guessed.
  public String objectId() {
    return HexFormat.of().formatHex(draw(OBJECT_ID_BYTES));
  }

  /// So many new bytes, as hex.
  public String hex(int bytes) {
    return HexFormat.of().formatHex(draw(bytes));
  }

  /// Bytes are wiped as they are handed out: no two callers ever see the same.
  private synchronized byte[] draw(int length) {
    if (used + length > BLOCK) {
      source.nextBytes(block);
      used = 0;
    }
    byte[] drawn = new byte[length];
    System.arraycopy(block, used, drawn, 0, length);
    java.util.Arrays.fill(block, used, used + length, (byte) 0);
    used += length;
    return drawn;
  }
}
