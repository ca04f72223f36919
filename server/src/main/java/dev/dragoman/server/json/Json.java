package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Reads and writes JSON; the only class that does. Thread-safe.
public final class Json {

  private Json() {}

  /// Reads a document that somebody else kept within bytes, as deep and full as [JsonLimits#BODY].
  public static JsonRead read(byte[] bytes) {
    return bytes.length >= Value.MAX_WEIGHT ? tooLarge() : JsonReader.read(bytes, JsonLimits.BODY);
  }

  /// Reads a document. A byte order mark at its start is skipped.
  public static JsonRead read(byte[] bytes, JsonLimits limits) {
    return bytes.length > limits.bytes() ? tooLarge() : JsonReader.read(bytes, limits);
  }

  /// Reads a document from a stream, no further than the limit; does not close it.
  public static JsonRead read(InputStream stream, JsonLimits limits) throws IOException {
    var bytes = stream.readNBytes(limits.bytes() + 1);
    return read(bytes, limits);
  }

  /// Reads a document from a text.
  public static JsonRead read(String text, JsonLimits limits) {
    if (text.length() > limits.bytes()) {
      return tooLarge();
    }
    // A text may hold half a surrogate pair, which getBytes would turn into a question mark.
    return Value.Text.firstIllegal(text) < 0
        ? read(text.getBytes(StandardCharsets.UTF_8), limits)
        : new JsonRead.Refused(JsonProblem.of(JsonProblem.Kind.NOT_UTF8, "", Position.START));
  }

  /// The document without white space, as UTF-8; members in their order.
  public static byte[] write(Value value) {
    return write(value, Spacing.NONE);
  }

  /// The document in one line, as UTF-8; members in their order.
  public static byte[] write(Value value, Spacing spacing) {
    return new JsonWriter(spacing).append(value).bytes();
  }

  /// The document in one line, as a text.
  public static String text(Value value, Spacing spacing) {
    return new String(write(value, spacing), StandardCharsets.UTF_8);
  }

  /// The document for people: one member or item a line, two spaces deeper each.
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
              .map(
                  member ->
                      text(Value.of(member.getKey()), Spacing.NONE)
                          + ": "
                          + pretty(member.getValue(), deeper))
              .collect(Collectors.joining("," + deeper, "{" + deeper, lineBreak + "}"));
      case Value.List _, Value.Obj _, Value.Null _, Value.Bool _, Value.Num _, Value.Text _ ->
          text(value, Spacing.NONE);
    };
  }

  private static JsonRead tooLarge() {
    return new JsonRead.Refused(JsonProblem.of(JsonProblem.Kind.TOO_LARGE, "", Position.START));
  }
}
