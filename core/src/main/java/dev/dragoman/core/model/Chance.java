package dev.dragoman.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The ids and the dice of one leg, derived from its seed by SHA-256 with a counter.
///
/// Ids and dice are drawn under different labels, so that what a client sees of one says nothing
/// about the other. Not thread-safe: one decision owns one instance.
public final class Chance {
  private static final byte[] IDENTITY = "dragoman/id/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DICE = "dragoman/dice/".getBytes(StandardCharsets.US_ASCII);
  private static final int OBJECT_ID_BYTES = 12;
  private static final int SESSION_ID_BYTES = 28;
  private static final int UUID_BYTES = 16;

  private final Seed seed;
  private final MessageDigest digest;
  private long identities;
  private long throwsMade;

  /// Starts at the first id and the first throw of `seed`.
  public Chance(Seed seed) {
    this.seed = seed;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /// A new 24-hex id.
  public String objectId() {
    return identity(OBJECT_ID_BYTES);
  }

  /// A new 56-hex id of a session of this conversation: its first 24 digits are the conversation's
  /// id, by which it is found; the other 32 (128 bits) nobody can guess.
  public String sessionId(String conversationId) {
    return Ids.isObjectId(conversationId)
        ? conversationId + identity(SESSION_ID_BYTES - OBJECT_ID_BYTES)
        : identity(SESSION_ID_BYTES);
  }

  /// A new UUID of version 4, in lower case.
  public String uuid() {
    byte[] bytes = derive(IDENTITY, identities++);
    bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
    String hex = HexFormat.of().formatHex(bytes, 0, UUID_BYTES);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  /// A number from 0 to `bound - 1`, each equally likely to within 2^-31.
  public int dice(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a dice has sides, not " + bound);
    }
    return bound == 1 ? 0 : (int) (drawLong() % bound);
  }

  private long drawLong() {
    return ByteBuffer.wrap(derive(DICE, throwsMade++)).getLong() & Long.MAX_VALUE;
  }

  private String identity(int bytes) {
    return HexFormat.of().formatHex(derive(IDENTITY, identities++), 0, bytes);
  }

  private byte[] derive(byte[] label, long counter) {
    digest.update(label);
    digest.update(seed.shared());
    return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
  }
}
