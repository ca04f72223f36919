package dev.dragoman.server.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dragoman.core.model.Value;
import java.util.Arrays;

/// Writes values as UTF-8 into one growing array; escapes only what JSON demands. Not thread-safe.
///
/// Written by hand because some wires fix the white space and the escapes to the byte, and because
/// a [Value] holds legal Unicode only, which makes one pass over each text enough.
final class JsonWriter {

  private static final byte[] NULL = "null".getBytes(ISO_8859_1);
  private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
  private static final byte[] FALSE = "false".getBytes(ISO_8859_1);
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  /// The most bytes a character takes, escapes apart.
  private static final int WIDEST = 3;

  private static final int LONGEST_ESCAPE = 6;

  private final byte[] comma;
  private final byte[] colon;
  private byte[] out = new byte[512];
  private int size;

  JsonWriter(Spacing spacing) {
    comma = spacing.comma.getBytes(ISO_8859_1);
    colon = spacing.colon.getBytes(ISO_8859_1);
  }

  byte[] bytes() {
    return Arrays.copyOf(out, size);
  }

  JsonWriter append(Value value) {
    switch (value) {
      case Value.Text(var text) -> quote(text);
      case Value.Obj object -> object(object);
      case Value.List list -> list(list);
      case Value.Num(var text) -> number(text);
      case Value.Bool(var truth) -> raw(truth ? TRUE : FALSE);
      case Value.Null _ -> raw(NULL);
    }
    return this;
  }

  private void list(Value.List list) {
    raw('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        raw(comma);
      }
      append(list.get(i));
    }
    raw(']');
  }

  private void object(Value.Obj object) {
    raw('{');
    int start = size;
    object
        .members()
        .forEach(
            (name, value) -> {
              if (size > start) {
                raw(comma);
              }
              quote(name);
              raw(colon);
              append(value);
            });
    raw('}');
  }

  private void raw(char c) {
    reserve(1);
    out[size++] = (byte) c;
  }

  private void raw(byte[] bytes) {
    reserve(bytes.length);
    for (byte one : bytes) {
      out[size++] = one;
    }
  }

  private void number(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      out[size++] = (byte) text.charAt(i);
    }
  }

  private void quote(String text) {
    reserve(text.length() * WIDEST + 2);
    out[size++] = '"';
    int i = copyPlain(text, 0);
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c < 0x80) {
        escape(c);
        reserve((text.length() - i) * WIDEST + 1);
      } else if (Character.isHighSurrogate(c)) {
        wide(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        wide(c);
      }
      i = copyPlain(text, i + 1);
    }
    out[size++] = '"';
  }

  /// Copies the run of characters that stand for themselves and gives the index after it; the room
  /// is reserved. Locals keep the array's bounds out of memory in the hottest loop of a turn.
  private int copyPlain(String text, int from) {
    var to = out;
    int at = size;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        break;
      }
      to[at++] = (byte) c;
      i++;
    }
    size = at;
    return i;
  }

  /// Two bytes below U+0800, three below U+10000, four (for two characters) above.
  private void wide(int codePoint) {
    if (codePoint < 0x800) {
      out[size++] = (byte) (0xC0 | (codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        out[size++] = (byte) (0xE0 | (codePoint >> 12));
      } else {
        out[size++] = (byte) (0xF0 | (codePoint >> 18));
        out[size++] = tail(codePoint >> 12);
      }
      out[size++] = tail(codePoint >> 6);
    }
    out[size++] = tail(codePoint);
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void escape(char c) {
    reserve(LONGEST_ESCAPE);
    out[size++] = '\\';
    int letter =
        switch (c) {
          case '"', '\\' -> c;
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          case '\b' -> 'b';
          case '\f' -> 'f';
          default -> 'u';
        };
    out[size++] = (byte) letter;
    if (letter == 'u') {
      out[size++] = '0';
      out[size++] = '0';
      out[size++] = HEX[c >> 4];
      out[size++] = HEX[c & 15];
    }
  }

  private void reserve(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
    }
  }
}
