package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one message says: its texts joined line by line, and its files (contract gptbots §3.1).
///
/// Written as a string, or as a list of parts; a part holds one file or a list of them.
record Content(String text, List<Attached> files) {
  /// Most files of one message.
  static final int MOST_FILES = 9;

  private static final int PARTS = 100;

  /// Copies the list.
  Content {
    files = List.copyOf(files);
  }

  /// A part, read.
  private record Part(String text, List<Attached> files) {}

  private enum Kind {
    TEXT,
    IMAGE,
    AUDIO,
    DOCUMENT;

    private static final Map<String, Kind> WORDS = Words.of(values());
  }

  /// Whether the text is longer than a message may be.
  boolean isTooLong() {
    return text.codePointCount(0, text.length()) > Limits.MESSAGE_TEXT;
  }

  /// Null only where a defect was left.
  static @Nullable Content of(Fields fields, String name) {
    return switch (fields.any(name)) {
      case Value.Text(var text) -> whole(fields, name, List.of(new Part(text, List.of())));
      case Value.List _ -> whole(fields, name, fields.list(name, 1, PARTS, Content::part));
      case Value.Null _ -> null;
      case Value.Bool _, Value.Num _, Value.Obj _ -> {
        fields.invalid(name, "must be a string or a list of parts");
        yield null;
      }
    };
  }

  private static Content whole(Fields fields, String name, List<Part> parts) {
    List<Attached> files = new ArrayList<>();
    parts.forEach(part -> files.addAll(part.files()));
    String text =
        parts.stream()
            .map(Part::text)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("\n"));
    if (files.size() > MOST_FILES) {
      fields.invalid(name, "must have at most " + MOST_FILES + " files");
    }
    if (text.isBlank() && files.isEmpty()) {
      fields.invalid(name, "must not be empty");
    }
    return new Content(text, files);
  }

  private static @Nullable Part part(Item item) {
    Fields fields = item.object();
    Kind kind = fields.optionalChoice("type", Kind.WORDS);
    if (kind == null) {
      if (fields.source().get("type") == null) {
        fields.invalid("type", "is required");
      }
      return null;
    }
    return switch (kind) {
      case TEXT -> new Part(fields.text("text", 0, Limits.BODY_BYTES), List.of());
      case IMAGE, AUDIO, DOCUMENT -> new Part("", files(fields, kind));
    };
  }

  private static List<Attached> files(Fields fields, Kind kind) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    if (fields.any(name) instanceof Value.List) {
      return fields.list(name, 1, MOST_FILES, item -> Attached.of(item.object(), name));
    }
    Attached one = Attached.of(fields.object(name), name);
    return one == null ? List.of() : List.of(one);
  }
}
