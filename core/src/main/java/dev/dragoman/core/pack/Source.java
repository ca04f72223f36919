package dev.dragoman.core.pack;

import dev.dragoman.core.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what [Sink] wrote; throws [MalformedPackException] at the first byte that makes no sense.
final class Source {
  private final byte[] bytes;
  private int at;
  private int depth;

  Source(byte[] bytes) {
    this.bytes = bytes;
  }

  int tag() {
    need(1);
    return bytes[at++];
  }

  boolean bool() {
    int tag = tag();
    if (tag != 0 && tag != 1) {
      throw new MalformedPackException("not a truth value: " + tag);
    }
    return tag == 1;
  }

  long number() {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = tag();
      rest |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (rest >>> 1) ^ -(rest & 1);
      }
    }
    throw new MalformedPackException("a number has no end");
  }

  int smallNumber() {
    long number = number();
    if (number != (int) number) {
      throw new MalformedPackException("not a small number: " + number);
    }
    return (int) number;
  }

  double real() {
    need(Long.BYTES);
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xFF);
    }
    return Double.longBitsToDouble(bits);
  }

  byte[] raw(int length) {
    need(length);
    byte[] some = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return some;
  }

  String text() {
    int length = smallNumber();
    need(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  @Nullable String optionalText() {
    return bool() ? text() : null;
  }

  <T> @Nullable T optional(Function<Source, T> reader) {
    return bool() ? reader.apply(this) : null;
  }

  <T> List<T> list(Function<Source, T> reader) {
    int size = size();
    List<T> things = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      things.add(reader.apply(this));
    }
    return things;
  }

  /// The size of a list or object, each of whose items takes a byte at least.
  int size() {
    int size = smallNumber();
    need(size);
    return size;
  }

  /// Reads something that may hold itself, as deep as a value may be.
  <T> T inside(Function<Source, T> reader) {
    depth++;
    if (depth > Value.MAX_DEPTH) {
      throw new MalformedPackException("nested deeper than " + Value.MAX_DEPTH);
    }
    T read = reader.apply(this);
    depth--;
    return read;
  }

  void end() {
    if (at != bytes.length) {
      throw new MalformedPackException((bytes.length - at) + " bytes too many");
    }
  }

  private void need(int length) {
    if (length < 0 || bytes.length - at < length) {
      throw new MalformedPackException("ends too early at byte " + at);
    }
  }
}
