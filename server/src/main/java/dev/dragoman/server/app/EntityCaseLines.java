package dev.dragoman.server.app;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.Reference;
import dev.dragoman.core.understand.entity.measure.EntityCase;
import dev.dragoman.core.understand.entity.measure.ExpectedSpan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads files of entity cases: UTF-8, one JSON object a line,
/// `{"language","type","text","reference","spans":[{"start","end","value"|"values"…}]}`. Offsets
/// count characters (code points); `reference` is a local date and time or null. Members not named
/// here are passed over, and so are empty lines.
final class EntityCaseLines {
  private static final JsonFactory JSON = new JsonFactory();

  private EntityCaseLines() {}

  /// A file that cannot be used; the message names the file and, where there is one, the line.
  static final class BadFile extends Exception {
    private static final long serialVersionUID = 1;

    BadFile(String message) {
      super(message);
    }
  }

  static List<EntityCase> read(Path file) throws BadFile {
    List<String> lines = lines(file);
    List<EntityCase> cases = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        cases.add(line(lines.get(i), file + ":" + (i + 1)));
      }
    }
    if (cases.isEmpty()) {
      throw new BadFile(file + ": no cases");
    }
    return cases;
  }

  private static EntityCase line(String line, String where) throws BadFile {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      return new Fields().read(parser);
    } catch (JacksonException | IllegalArgumentException bad) {
      String reason =
          bad instanceof JacksonException json ? json.getOriginalMessage() : bad.getMessage();
      throw new BadFile(where + ": " + reason);
    }
  }

  private static List<String> lines(Path file) throws BadFile {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new BadFile(file + ": no such file");
    } catch (CharacterCodingException notUtf8) {
      throw new BadFile(file + ": not UTF-8");
    } catch (IOException failed) {
      throw new BadFile(file + ": cannot be read (" + failed.getMessage() + ")");
    }
  }

  /// The members of one line while they are read.
  private static final class Fields {
    private @Nullable String language;
    private @Nullable String type;
    private @Nullable String text;
    private @Nullable Reference reference;
    private @Nullable List<SpanFields> spans;

    EntityCase read(JsonParser parser) {
      expect(parser.nextToken() == JsonToken.START_OBJECT, "not a JSON object");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "language" -> language = string(parser, name);
          case "type" -> type = string(parser, name);
          case "text" -> text = string(parser, name);
          case "reference" -> reference = reference(parser);
          case "spans" -> spans = spans(parser);
          default -> parser.skipChildren();
        }
      }
      expect(parser.nextToken() == null, "more than one JSON object");
      String whole = given(text, "text");
      List<ExpectedSpan> expected = new ArrayList<>();
      for (SpanFields span : given(spans, "spans")) {
        expected.add(span.in(whole));
      }
      Language spoken = new Language(given(language, "language"));
      return new EntityCase(given(type, "type"), spoken, whole, reference, expected);
    }

    private static @Nullable Reference reference(JsonParser parser) {
      String moment = string(parser, "reference");
      try {
        return moment == null ? null : reference(LocalDateTime.parse(moment));
      } catch (DateTimeParseException bad) {
        throw new IllegalArgumentException("reference is no date and time: " + moment, bad);
      }
    }

    private static Reference reference(LocalDateTime moment) {
      long seconds = moment.toEpochSecond(ZoneOffset.UTC);
      return new Reference(seconds * 1_000_000_000L, 0);
    }

    private static List<SpanFields> spans(JsonParser parser) {
      expect(parser.currentToken() == JsonToken.START_ARRAY, "spans is not an array");
      List<SpanFields> spans = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        spans.add(new SpanFields(parser));
      }
      return spans;
    }
  }

  /// The members of one span while they are read.
  private static final class SpanFields {
    private int start = -1;
    private int end = -1;
    private final Set<String> values = new HashSet<>();
    private @Nullable String unit;
    private @Nullable String currency;

    SpanFields(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "start" -> start = parser.getIntValue();
          case "end" -> end = parser.getIntValue();
          case "value" -> addValue(string(parser, name));
          case "values" -> addValues(parser);
          case "unit" -> unit = string(parser, name);
          case "isoCurrency" -> currency = string(parser, name);
          default -> parser.skipChildren();
        }
      }
    }

    private void addValues(JsonParser parser) {
      expect(parser.currentToken() == JsonToken.START_ARRAY, "values is not an array");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        addValue(string(parser, "values"));
      }
    }

    private void addValue(@Nullable String value) {
      if (value != null) {
        values.add(value);
      }
    }

    ExpectedSpan in(String text) {
      int length = text.codePointCount(0, text.length());
      expect(start >= 0 && start < end && end <= length, "span outside the text");
      int first = text.offsetByCodePoints(0, start);
      int after = text.offsetByCodePoints(first, end - start);
      return new ExpectedSpan(first, after, values, unit, currency);
    }
  }

  private static @Nullable String string(JsonParser parser, String name) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    expect(parser.currentToken() == JsonToken.VALUE_STRING, name + " is not a string");
    return parser.getString();
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
