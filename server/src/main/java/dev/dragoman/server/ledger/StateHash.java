package dev.dragoman.server.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The first 64 bits of the SHA-256 of a packed state: enough to see where a replay first differs.
/// Not thread-safe.
final class StateHash {
  private final MessageDigest digest;

  StateHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  long of(byte[] state) {
    return ByteBuffer.wrap(digest.digest(state)).getLong();
  }
}
