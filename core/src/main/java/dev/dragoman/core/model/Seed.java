package dev.dragoman.core.model;

import java.util.Arrays;

/// 256 bits of chance for one leg, drawn outside `core` from a secure source and recorded.
///
/// The array is taken over, not copied: whoever makes a seed must not write to it afterwards.
public final class Seed {
  /// Length of a seed in bytes.
  public static final int BYTES = 32;

  private final byte[] bytes;

  /// Takes over exactly [#BYTES] bytes.
  public Seed(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a seed has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /// A copy of the bytes, to be recorded.
  public byte[] bytes() {
    return bytes.clone();
  }

  byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seed seed && Arrays.equals(bytes, seed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Seed[secret]";
  }
}
