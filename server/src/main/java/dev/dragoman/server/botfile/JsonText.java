package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import java.util.stream.Collectors;

/// Writes a value as JSON text without spaces.
public final class JsonText {
  private JsonText() {}

  /// The JSON text.
  public static String write(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(var truth) -> Boolean.toString(truth);
      case Value.Num(var text) -> text;
      case Value.Text(var text) -> quoted(text);
      case Value.List(var items) ->
          items.stream().map(JsonText::write).collect(Collectors.joining(",", "[", "]"));
      case Value.Obj(var members) ->
          members.entrySet().stream()
              .map(member -> quoted(member.getKey()) + ":" + write(member.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  /// The JSON text for people: one member or item a line, two spaces deeper each.
  public static String pretty(Value value) {
    return pretty(value, "\n") + "\n";
  }

  private static String pretty(Value value, String lineBreak) {
    String deeper = lineBreak + "  ";
    return switch (value) {
      case Value.List(var items) when !items.isEmpty() ->
          items.stream()
              .map(item -> pretty(item, deeper))
              .collect(Collectors.joining("," + deeper, "[" + deeper, lineBreak + "]"));
      case Value.Obj(var members) when !members.isEmpty() ->
          members.entrySet().stream()
              .map(member -> quoted(member.getKey()) + ": " + pretty(member.getValue(), deeper))
              .collect(Collectors.joining("," + deeper, "{" + deeper, lineBreak + "}"));
      case Value.List _, Value.Obj _, Value.Null _, Value.Bool _, Value.Num _, Value.Text _ ->
          write(value);
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
