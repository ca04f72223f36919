package dev.dragoman.server.botfile.yaml;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads one YAML document from its events, so that depth, size and aliases have bounds before
/// anything is built from them. Whatever the file holds, the answer is a tree or a defect.
public final class YamlReader {
  private static final int MOST_NODES = 400_000;
  private static final int DEEPEST = Value.MAX_DEPTH - 4;
  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private final Source source;
  private final Report report;
  private final Iterator<Event> events;
  private final Map<String, Doc> anchors = new HashMap<>();
  private int nodes;

  private YamlReader(Source source, Report report) {
    this.source = source;
    this.report = report;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Source.MAX_BYTES)
            .setUseMarks(true)
            .build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /// The document of a file, or nothing when it is empty or broken: the report says which.
  public static Optional<Doc> read(Source source, Report report) {
    try {
      return new YamlReader(source, report).document();
    } catch (Unreadable unreadable) {
      report.add(unreadable.defect);
    } catch (MarkedYamlEngineException broken) {
      report.add(syntax(source, broken));
    } catch (ReaderException broken) {
      String message =
          "the character U+%04X may not stand in a file".formatted(broken.getCodePoint());
      report.add(placeOf(source, broken.getPosition()), "yaml-syntax", message);
    } catch (YamlEngineException broken) {
      report.add(
          new Place(source.name(), 1, 1, ""), "yaml-syntax", "is not YAML: " + shown(broken));
    }
    return Optional.empty();
  }

  private static String shown(Exception broken) {
    String message = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }

  private static Defect syntax(Source source, MarkedYamlEngineException broken) {
    Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
    int line = mark == null ? 1 : mark.getLine() + 1;
    int column = mark == null ? 1 : mark.getColumn() + 1;
    String context = broken.getContext() == null ? "" : broken.getContext() + ": ";
    String message = "is not YAML: " + context + broken.getProblem();
    return new Defect(source.name(), line, column, "", "yaml-syntax", message);
  }

  private static Place placeOf(Source source, int position) {
    String before = source.text().substring(0, Math.min(position, source.text().length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Place(source.name(), line, before.length() - before.lastIndexOf('\n'), "");
  }

  /// A defect that ends the reading of a file.
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Defect defect;

    Unreadable(Defect defect) {
      super(defect.message(), null, false, false);
      this.defect = defect;
    }
  }

  private Optional<Doc> document() {
    Doc document = null;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        if (document != null) {
          throw unreadable(event, "", "yaml-documents", "a file holds one document, not several");
        }
        document = node(event, "", 0);
      }
    }
    return Optional.ofNullable(document);
  }

  private Unreadable unreadable(Event event, String path, String code, String message) {
    return new Unreadable(Defect.at(place(event, path), code, message));
  }

  private Place place(Event event, String path) {
    return event
        .getStartMark()
        .map(mark -> new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1, path))
        .orElseGet(() -> new Place(source.name(), 1, 1, path));
  }

  private static int index(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).orElse(0);
  }

  private Doc node(Event event, String path, int depth) {
    if (depth > DEEPEST) {
      throw unreadable(event, "", "yaml-depth", "is nested deeper than " + DEEPEST + " levels");
    }
    count(event);
    if (event instanceof AliasEvent alias) {
      return aliased(alias, path);
    }
    Doc doc =
        event instanceof ScalarEvent scalar ? scalar(scalar, path) : collection(event, path, depth);
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      anchors.put(node.getAnchor().get().getValue(), doc);
    }
    return doc;
  }

  private void count(Event event) {
    if (++nodes > MOST_NODES) {
      throw unreadable(event, "", "yaml-size", "holds more than " + MOST_NODES + " values");
    }
  }

  private Doc scalar(ScalarEvent event, String path) {
    Place place = place(event, path);
    if (Value.Text.firstIllegal(event.getValue()) >= 0) {
      throw new Unreadable(Defect.at(place, "text-illegal", "holds NUL or half a surrogate pair"));
    }
    Span span = new Span(index(event.getStartMark()), index(event.getEndMark()), false, false);
    return new Doc.Scalar(place, span, event.getValue(), kind(event, place));
  }

  private Doc.Kind kind(ScalarEvent event, Place place) {
    if (event.getTag().isPresent() && !event.getTag().get().equals(Tag.STR.getValue())) {
      if (!event.getTag().get().equals("!")) {
        report.add(place, "yaml-tag", "the tag " + event.getTag().get() + " is not used here");
      }
      return Doc.Kind.TEXT;
    }
    if (event.getTag().isPresent() || !event.isPlain()) {
      return Doc.Kind.TEXT;
    }
    Tag tag = RESOLVER.resolve(event.getValue(), true);
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Doc.Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Doc.Kind.TRUTH;
    }
    return tag.equals(Tag.NULL) ? Doc.Kind.NOTHING : Doc.Kind.TEXT;
  }

  private Doc collection(Event event, String path, int depth) {
    boolean flow = ((CollectionStartEvent) event).isFlow();
    return event.getEventId() == Event.ID.SequenceStart
        ? items(event, flow, path, depth)
        : entries(event, flow, path, depth);
  }

  private Doc items(Event start, boolean flow, String path, int depth) {
    List<Doc> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, path + "[" + items.size() + "]", depth + 1));
      event = events.next();
    }
    Span span = new Span(index(start.getStartMark()), index(event.getEndMark()), flow, false);
    return new Doc.Items(place(start, path), span, items);
  }

  private Doc entries(Event start, boolean flow, String path, int depth) {
    Map<String, Doc.Entry> entries = new LinkedHashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      entry(event, entries, path, depth);
      event = events.next();
    }
    Span span = new Span(index(start.getStartMark()), index(event.getEndMark()), flow, false);
    return new Doc.Entries(place(start, path), span, entries);
  }

  private void entry(Event keyEvent, Map<String, Doc.Entry> entries, String path, int depth) {
    if (!(keyEvent instanceof ScalarEvent key)) {
      throw unreadable(keyEvent, path, "yaml-key", "a key must be a plain word or a text");
    }
    String name = ((Doc.Scalar) scalar(key, path)).text();
    String below = path.isEmpty() ? name : path + "." + name;
    Place place = place(keyEvent, below);
    Span span = new Span(index(key.getStartMark()), index(key.getEndMark()), false, false);
    Doc.Entry entry = new Doc.Entry(place, span, node(events.next(), below, depth + 1));
    Doc.Entry before = entries.putIfAbsent(name, entry);
    if (before != null) {
      String first = before.keyPlace().line() + ":" + before.keyPlace().column();
      report.add(place, "duplicate-key", "'" + name + "' stands here twice, first at " + first);
    }
  }

  private Doc aliased(AliasEvent alias, String path) {
    String name = alias.getAlias().getValue();
    Doc anchored = anchors.get(name);
    if (anchored == null) {
      String message = "the anchor '" + name + "' is not complete before this place";
      throw unreadable(alias, path, "yaml-alias", message);
    }
    return moved(alias, anchored, path);
  }

  /// The anchored node under the path of its alias; every copy counts against the bound.
  private Doc moved(AliasEvent alias, Doc doc, String path) {
    count(alias);
    Place old = doc.place();
    Place place = new Place(old.file(), old.line(), old.column(), path);
    return switch (doc) {
      case Doc.Scalar scalar -> new Doc.Scalar(place, Span.MADE, scalar.text(), scalar.kind());
      case Doc.Items items -> movedItems(alias, items, place);
      case Doc.Entries entries -> movedEntries(alias, entries, place);
    };
  }

  private Doc movedItems(AliasEvent alias, Doc.Items items, Place place) {
    List<Doc> moved = new ArrayList<>();
    for (Doc item : items.items()) {
      moved.add(moved(alias, item, place.path() + "[" + moved.size() + "]"));
    }
    return new Doc.Items(place, Span.MADE, moved);
  }

  private Doc movedEntries(AliasEvent alias, Doc.Entries entries, Place place) {
    Map<String, Doc.Entry> moved = new LinkedHashMap<>();
    entries
        .entries()
        .forEach(
            (key, entry) -> {
              Place below = place.member(key);
              Doc value = moved(alias, entry.value(), below.path());
              moved.put(key, new Doc.Entry(value.place(), Span.MADE, value));
            });
    return new Doc.Entries(place, Span.MADE, moved);
  }
}
