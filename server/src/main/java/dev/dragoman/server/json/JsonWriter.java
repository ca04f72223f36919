package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import java.nio.charset.StandardCharsets;

/// Writes values into one growing text; escapes only what JSON demands. Not thread-safe.
///
/// Written by hand because some wires fix the white space and the escapes to the byte, and because
/// a text that needs no escape is then copied in one piece.
final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);
  private final Spacing spacing;

  JsonWriter(Spacing spacing) {
    this.spacing = spacing;
  }

  JsonWriter append(Value value) {
    switch (value) {
      case Value.Null _ -> out.append("null");
      case Value.Bool(var truth) -> out.append(truth);
      case Value.Num(var text) -> out.append(text);
      case Value.Text(var text) -> quote(text);
      case Value.List list -> list(list);
      case Value.Obj object -> object(object);
    }
    return this;
  }

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void list(Value.List list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(spacing.comma);
      }
      append(list.get(i));
    }
    out.append(']');
  }

  private void object(Value.Obj object) {
    out.append('{');
    int start = out.length();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (out.length() > start) {
                out.append(spacing.comma);
              }
              quote(name);
              out.append(spacing.colon);
              append(value);
            });
    out.append('}');
  }

  private void quote(String text) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, copied, i);
        escape(c);
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length()).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
