package dev.dragoman.server.app;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.Reference;
import dev.dragoman.core.understand.entity.measure.EntityCase;
import dev.dragoman.core.understand.entity.measure.ExpectedSpan;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Defect;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.json.JsonRead;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads files of entity cases: UTF-8, one JSON object a line,
/// `{"language","type","text","reference","spans":[{"start","end","value"|"values"…}]}`. Offsets
/// count characters (code points); an `end` beyond the text means the end of the text; `reference`
/// is a local date and time, or null where any moment will do. Other members and empty lines are
/// passed over.
final class EntityCaseLines {
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_NAME = 100;

  /// When a case without a reference was said: any moment will do, but relative dates need one.
  private static final String ANY_MOMENT = "2016-11-07T00:00:00";

  private EntityCaseLines() {}

  static List<EntityCase> read(Path file) throws BadFile {
    List<String> lines = BadFile.lines(file);
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
    return switch (Json.read(line, JsonLimits.BODY)) {
      case JsonRead.Refused(var problem) -> throw new BadFile(where + ": " + problem.message());
      case JsonRead.Read(var body) ->
          switch (decode(Fields.of(body))) {
            case Decoded.Whole<EntityCase>(var whole) -> whole;
            case Decoded.Defective<EntityCase>(var defects) -> {
              Defect first = defects.getFirst();
              String path = first.path().isEmpty() ? "the line" : first.path();
              throw new BadFile(where + ": " + path + " " + first.message());
            }
          };
    };
  }

  private static Decoded<EntityCase> decode(Fields fields) {
    Language language = language(fields);
    String type = fields.text("type", 1, MAX_NAME);
    String text = fields.text("text", 0, MAX_TEXT);
    Reference reference = reference(fields);
    List<ExpectedSpan> spans = fields.list("spans", 0, MAX_TEXT, item -> span(item, text));
    return fields.decoded(() -> new EntityCase(type, language, text, reference, spans));
  }

  private static Language language(Fields fields) {
    String code = fields.text("language", 1, MAX_NAME);
    try {
      return new Language(code);
    } catch (IllegalArgumentException bad) {
      fields.invalid("language", "must be a language code");
      return Language.EN;
    }
  }

  private static @Nullable Reference reference(Fields fields) {
    String moment = fields.optionalText("reference", 1, MAX_NAME);
    try {
      return reference(LocalDateTime.parse(moment == null ? ANY_MOMENT : moment));
    } catch (DateTimeParseException bad) {
      fields.invalid("reference", "must be a local date and time");
      return null;
    }
  }

  private static Reference reference(LocalDateTime moment) {
    long seconds = moment.toEpochSecond(ZoneOffset.UTC);
    return new Reference(Math.multiplyExact(seconds, 1_000_000_000L), 0);
  }

  private static @Nullable ExpectedSpan span(Item item, String text) {
    Fields fields = item.object();
    int length = text.codePointCount(0, text.length());
    int start = (int) fields.whole("start", 0, length);
    int end = (int) Math.min(length, fields.whole("end", 0, MAX_TEXT));
    Set<String> values = values(fields);
    String unit = fields.optionalText("unit", 0, MAX_NAME);
    String currency = fields.optionalText("isoCurrency", 0, MAX_NAME);
    if (start > end) {
      fields.invalid("end", "must not stand before start");
    }
    return fields.build(
        () -> {
          int first = text.offsetByCodePoints(0, start);
          int after = text.offsetByCodePoints(first, end - start);
          return new ExpectedSpan(first, after, values, unit, currency);
        });
  }

  private static Set<String> values(Fields fields) {
    Set<String> values = new HashSet<>();
    String value = fields.optionalText("value", 0, MAX_TEXT);
    if (value != null) {
      values.add(value);
    }
    List<String> more = fields.optionalList("values", 0, MAX_NAME, item -> item.text(0, MAX_TEXT));
    if (more != null) {
      values.addAll(more);
    }
    return values;
  }
}
