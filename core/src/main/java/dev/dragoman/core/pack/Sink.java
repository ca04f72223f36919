package dev.dragoman.core.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes the few primitive forms everything is packed from. Not thread-safe.
///
/// Whole numbers are zig-zag varints, texts are their UTF-8 length and bytes, a missing thing is
/// one zero byte, a list its size and items.
final class Sink {
  private byte[] bytes;
  private int size;

  /// Begins with room for so many bytes.
  Sink(int room) {
    bytes = new byte[room];
  }

  void tag(int tag) {
    room(1);
    bytes[size++] = (byte) tag;
  }

  /// Constants are stored by their order, which [Tags] therefore makes part of the format.
  @SuppressWarnings("EnumOrdinal")
  void constant(Enum<?> constant) {
    tag(constant.ordinal());
  }

  void bool(boolean truth) {
    tag(truth ? 1 : 0);
  }

  void number(long number) {
    long rest = (number << 1) ^ (number >> 63);
    room(10);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void real(double number) {
    long bits = Double.doubleToLongBits(number);
    room(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  void raw(byte[] some) {
    room(some.length);
    System.arraycopy(some, 0, bytes, size, some.length);
    size += some.length;
  }

  void text(String text) {
    if (isAscii(text)) {
      number(text.length());
      room(text.length());
      for (int i = 0; i < text.length(); i++) {
        bytes[size++] = (byte) text.charAt(i);
      }
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    raw(utf8);
  }

  /// Most texts are, and need no copy on their way.
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  void optionalText(@Nullable String text) {
    bool(text != null);
    if (text != null) {
      text(text);
    }
  }

  <T> void optional(@Nullable T thing, BiConsumer<Sink, T> writer) {
    bool(thing != null);
    if (thing != null) {
      writer.accept(this, thing);
    }
  }

  <T> void list(Collection<? extends T> things, BiConsumer<Sink, T> writer) {
    number(things.size());
    things.forEach(thing -> writer.accept(this, thing));
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
