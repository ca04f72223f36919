package dev.dragoman.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Documents as they must come, byte for byte: our own samples with the documented names, types and
/// order. The files are laid out to be read; what stands between `⟨` and `⟩` is a name for a value
/// that is new in every run.
public final class Golden {
  private Golden() {}

  /// Checks a document against `golden/NAME.json`, with these texts in place of their names.
  public static void check(String name, String document, Map<String, String> values) {
    String expected = compact(read("/golden/" + name + ".json"));
    for (var value : values.entrySet()) {
      expected = expected.replace("⟨" + value.getKey() + "⟩", value.getValue());
    }
    assertThat(document).isEqualTo(expected);
  }

  /// The same for a document that is written with a space after each comma and colon.
  public static void checkSpaced(String name, String document, Map<String, String> values) {
    byte[] read = document.getBytes(StandardCharsets.UTF_8);
    assertThat(document).isEqualTo(Json.text(Json.read(read).orThrow(), Spacing.PYTHON));
    check(name, Json.text(Json.read(read).orThrow(), Spacing.NONE), values);
  }

  /// A resource as text.
  public static String read(String resource) {
    try (InputStream stream = Golden.class.getResourceAsStream(resource)) {
      assertThat(stream).as(resource).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The document without the white space between its tokens.
  static String compact(String document) {
    StringBuilder compact = new StringBuilder();
    boolean text = false;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '"' && (i == 0 || document.charAt(i - 1) != '\\')) {
        text = !text;
      }
      if (text || !Character.isWhitespace(c)) {
        compact.append(c);
      }
    }
    return compact.toString();
  }
}
