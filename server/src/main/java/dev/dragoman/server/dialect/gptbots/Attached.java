package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A file of a message: its address, or its bytes, which win where both are given.
///
/// @param kind image, audio or document
/// @param format such as `png`, empty when it was not told
@SuppressWarnings("ArrayRecordComponent") // lives as long as its request, compared by nobody
record Attached(
    String kind, @Nullable String url, byte @Nullable [] content, String name, String format) {
  /// Largest file, in bytes.
  static final int MOST_BYTES = 25_000_000;

  private static final int MOST_ENCODED = (MOST_BYTES + 2) / 3 * 4 + 100;
  private static final int URL = 2_048;
  private static final int NAME = 1_000;
  private static final int FORMAT = 50;
  private static final String BASE64 = "base64_content";

  /// A part of version 2; null only where a defect was left.
  static @Nullable Attached of(Fields fields, String kind) {
    String format = fields.optionalText("format", 0, FORMAT);
    return read(fields, kind, format == null ? "" : format);
  }

  /// A file of version 1, whose kind nobody tells: with a width or a height it is an image.
  static @Nullable Attached ofV1(Item item) {
    Fields fields = item.object();
    Long width = fields.optionalWhole("width", 0, Integer.MAX_VALUE);
    Long height = fields.optionalWhole("height", 0, Integer.MAX_VALUE);
    return read(fields, width == null && height == null ? "document" : "image", "");
  }

  /// How the conversation keeps it.
  Value.Obj written() {
    ObjBuilder written = Value.Obj.builder().put("type", kind);
    if (!name.isEmpty()) {
      written.put("name", name);
    }
    if (!format.isEmpty()) {
      written.put("format", format);
    }
    return url == null ? written.build() : written.put("url", url).build();
  }

  private static @Nullable Attached read(Fields fields, String kind, String format) {
    String name = fields.optionalText("name", 0, NAME);
    String url = fields.optionalText("url", 1, URL);
    String encoded = fields.optionalText(BASE64, 1, MOST_ENCODED);
    if (url == null && encoded == null) {
      fields.invalid("url", "or " + BASE64 + " is required");
      return null;
    }
    if (url != null && !isAddress(url)) {
      fields.invalid("url", "must be an http or https address");
    }
    byte[] content = encoded == null ? null : decoded(fields, encoded);
    return new Attached(kind, url, content, name == null ? "" : name, format);
  }

  private static boolean isAddress(String url) {
    try {
      URI address = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  /// With or without the head of a data URL before it, as browsers make them.
  private static byte @Nullable [] decoded(Fields fields, String encoded) {
    int comma = encoded.startsWith("data:") ? encoded.indexOf(',') : -1;
    try {
      byte[] content = Base64.getMimeDecoder().decode(encoded.substring(comma + 1));
      if (content.length == 0 || !isBase64(encoded, comma + 1)) {
        fields.invalid(BASE64, "must be base64");
      } else if (content.length > MOST_BYTES) {
        fields.invalid(BASE64, "must hold at most " + MOST_BYTES + " bytes");
      }
      return content;
    } catch (IllegalArgumentException broken) {
      fields.invalid(BASE64, "must be base64");
      return null;
    }
  }

  /// The decoder for mail passes over what is no base64; line ends are all that may be passed over.
  private static boolean isBase64(String encoded, int from) {
    for (int i = from; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      boolean letter = c < 128 && Character.isLetterOrDigit(c);
      if (!letter && "+/=\r\n".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
