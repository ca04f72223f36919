package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.Transcript.Content;
import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.shape.TestShapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.YamlReader;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the conversation tests of one file: a list of conversations.
final class TranscriptReader {
  private static final LocalDateTime MONDAY_MORNING = LocalDateTime.of(2026, 1, 5, 10, 0);

  private final Report report;

  TranscriptReader(Report report) {
    this.report = report;
  }

  List<Transcript> read(Source source) {
    List<Transcript> transcripts = new ArrayList<>();
    YamlReader.read(source, report)
        .ifPresent(
            doc -> {
              if (doc instanceof Doc.Items items) {
                items.items().forEach(item -> conversation(item, transcripts));
              } else {
                report.add(doc.place(), "wrong-kind", "must be a list of conversations");
              }
            });
    return transcripts;
  }

  private void conversation(Doc doc, List<Transcript> transcripts) {
    Section section = Section.open(doc, TestShapes.CONVERSATION, report);
    if (section == null) {
      return;
    }
    List<Transcript.Line> lines = new ArrayList<>();
    if (section.get("talk") instanceof Doc.Items items) {
      items.items().forEach(item -> line(item, lines));
    } else if (section.has("talk")) {
      section.refuse("talk", "wrong-kind", "must be a list of lines");
    }
    transcripts.add(
        new Transcript(section.text("name", ""), section.place(), setting(section), lines));
  }

  private Transcript.Setting setting(Section section) {
    Value.Obj attributes = object(section.get("attributes"));
    String language = section.text("language");
    if (language != null) {
      attributes = attributes.with("language", Value.of(language));
    }
    return new Transcript.Setting(
        attributes,
        object(section.get("values")),
        section.text("team", "offline").equals("online"),
        section.truth("logged"),
        time(section));
  }

  private static LocalDateTime time(Section section) {
    String at = section.text("at");
    if (at == null) {
      return MONDAY_MORNING;
    }
    try {
      return LocalDateTime.parse(at);
    } catch (DateTimeParseException wrong) {
      section.refuse("at", "wrong-time", "must be a time such as 2026-01-05T10:00");
      return MONDAY_MORNING;
    }
  }

  private Value.Obj object(@Nullable Doc doc) {
    if (doc == null) {
      return Value.Obj.EMPTY;
    }
    if (doc.toValue() instanceof Value.Obj object) {
      return object;
    }
    report.add(doc.place(), "wrong-kind", "must be a mapping, not " + doc.kindName());
    return Value.Obj.EMPTY;
  }

  private void line(Doc doc, List<Transcript.Line> lines) {
    Section section = Section.open(doc, TestShapes.LINE, report);
    if (section == null) {
      return;
    }
    if (section.doc().entries().size() != 1) {
      report.add(doc.place(), "one-line", "a line says exactly one thing");
      return;
    }
    String key = section.doc().entries().keySet().iterator().next();
    if (!TestShapes.LINE.keys().containsKey(key)) {
      return;
    }
    Doc body = section.get(key);
    if (body == null) {
      report.add(doc.place(), "missing-value", "'" + key + "' needs a value");
      return;
    }
    lines.add(new Transcript.Line(doc.place(), content(key, body, section)));
  }

  private Content content(String key, Doc body, Section section) {
    return switch (key) {
      case "user" -> new Transcript.User(section.text(key, ""));
      case "click" -> new Transcript.Click(section.text(key, ""));
      case "event" -> new Transcript.PageEvent(section.text(key, ""));
      case "url" -> new Transcript.PageLoaded(section.text(key, ""));
      case "hook" -> hook(body);
      case "set" -> new Transcript.ValuesSet(object(body), false);
      case "release" -> new Transcript.ValuesSet(object(body), true);
      case "wait" -> waits(section);
      case "bot" -> says(body);
      case "action" -> new Transcript.Acts(members(body));
      case "does" -> new Transcript.Does(members(body));
      case "silent" -> new Transcript.Silent();
      case "skip" -> new Transcript.Skip();
      case "values" -> new Transcript.HasValues(object(body));
      case "contact" -> new Transcript.HasAttributes(object(body));
      case "step" -> new Transcript.StandsAt(section.text(key, ""));
      case "ended" -> new Transcript.Ended(section.truth(key));
      default -> new Transcript.Paused(section.truth(key));
    };
  }

  /// A type alone, or some members.
  private Value.Obj members(Doc body) {
    return body instanceof Doc.Scalar type
        ? Value.Obj.of("type", Value.of(type.text()))
        : object(body);
  }

  private static Content waits(Section section) {
    OptionalLong millis = Durations.millis(section.text("wait", ""));
    if (millis.isEmpty()) {
      section.refuse("wait", "wrong-duration", "must be a duration such as 30s, 5m, 1h30m or 3d");
    }
    return new Transcript.Waits(millis.orElse(0));
  }

  private Content says(Doc body) {
    if (!(body instanceof Doc.Entries)) {
      return new Transcript.Says(Scalars.texts(body, report), List.of(), null, null);
    }
    Section section = Section.open(body, TestShapes.SAID, report);
    if (section == null) {
      return new Transcript.Skip();
    }
    List<String> exact = new ArrayList<>(section.texts("one-of"));
    exact.addAll(section.texts("text"));
    return new Transcript.Says(
        exact,
        section.texts("contains"),
        section.text("matches"),
        section.has("buttons") ? section.texts("buttons") : null);
  }

  private Content hook(Doc body) {
    if (body instanceof Doc.Scalar word) {
      if (!word.text().equals("fails")) {
        report.add(body.place(), "wrong-word", "must be a mapping of values, or fails");
      }
      return new Transcript.HookFails();
    }
    boolean full = body instanceof Doc.Entries entries && isAnswer(entries, TestShapes.HOOKED);
    if (!full) {
      return new Transcript.HookAnswers(null, object(body), false, Value.Obj.EMPTY);
    }
    Section section = Section.open(body, TestShapes.HOOKED, report);
    if (section == null) {
      return new Transcript.HookFails();
    }
    boolean whole = section.has("replace");
    Doc values = section.get(whole ? "replace" : "values");
    Value actions = section.has("actions") ? actions(section) : null;
    return new Transcript.HookAnswers(
        actions instanceof Value.List list ? list : null,
        values == null ? null : object(values),
        whole,
        object(section.get("attributes")));
  }

  private static @Nullable Value actions(Section section) {
    Doc actions = section.get("actions");
    return actions == null ? null : actions.toValue();
  }

  private static boolean isAnswer(Doc.Entries entries, Shape shape) {
    return !entries.entries().isEmpty()
        && shape.keys().keySet().containsAll(entries.entries().keySet());
  }
}
