package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.form.Nearest;
import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One mapping of a bot file while it is read by the keys of its [Shape].
///
/// Opening it reports unknown and missing keys; each reader reports a value of the wrong kind and
/// returns null, so that one pass finds every defect.
final class Section {
  private final Doc.Entries entries;
  private final Shape shape;
  private final Report report;

  private Section(Doc.Entries entries, Shape shape, Report report) {
    this.entries = entries;
    this.shape = shape;
    this.report = report;
  }

  /// The section of a mapping, or null (and a defect) when it is none.
  static @Nullable Section open(Doc doc, Shape shape, Report report) {
    return open(doc, shape, report, Set.of());
  }

  /// The same where `more` keys are known too.
  static @Nullable Section open(Doc doc, Shape shape, Report report, Set<String> more) {
    if (!(doc instanceof Doc.Entries entries)) {
      report.add(doc.place(), "wrong-kind", "must be a mapping, not " + doc.kindName());
      return null;
    }
    entries
        .entries()
        .forEach(
            (key, entry) -> {
              if (!shape.keys().containsKey(key) && !more.contains(key)) {
                String near = Nearest.suggestion(key, shape.keys().keySet());
                report.add(
                    entry.keyPlace(), "unknown-key", "'" + key + "' is not known here" + near);
              }
            });
    shape.required().stream()
        .filter(key -> !entries.has(key))
        .sorted()
        .forEach(key -> report.add(doc.place(), "missing-key", "'" + key + "' is required"));
    return new Section(entries, shape, report);
  }

  Place place() {
    return entries.place();
  }

  Doc.Entries doc() {
    return entries;
  }

  /// The value of a key, or null when it is absent or empty.
  @Nullable Doc get(String key) {
    if (!shape.keys().containsKey(key)) {
      throw new IllegalArgumentException(shape.name() + " has no key " + key);
    }
    Doc value = entries.get(key);
    return value == null || value.isNothing() ? null : value;
  }

  boolean has(String key) {
    return get(key) != null;
  }

  void refuse(String key, String code, String message) {
    Doc value = get(key);
    report.add(value == null ? place() : value.place(), code, message);
  }

  /// A single value as it was written.
  @Nullable String text(String key) {
    return switch (get(key)) {
      case Doc.Scalar scalar -> scalar.text();
      case null -> null;
      case Doc other -> {
        report.add(other.place(), "wrong-kind", "must be a text, not " + other.kindName());
        yield null;
      }
    };
  }

  String text(String key, String fallback) {
    String text = text(key);
    return text == null ? fallback : text;
  }

  boolean truth(String key) {
    Boolean truth = optionalTruth(key);
    return truth != null && truth;
  }

  @Nullable Boolean optionalTruth(String key) {
    Doc value = get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Doc.Scalar scalar && scalar.kind() == Doc.Kind.TRUTH) {
      return scalar.text().equalsIgnoreCase("true");
    }
    report.add(value.place(), "wrong-kind", "must be true or false, not " + value.kindName());
    return null;
  }

  int whole(String key, int least, int most, int fallback) {
    String text = text(key);
    if (text == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      // Said below, in the same words as a number that is out of bounds.
    }
    refuse(key, "out-of-bounds", "must be a whole number from " + least + " to " + most);
    return fallback;
  }

  /// A number from 0 to 1.
  @Nullable Double share(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, in the same words as a number that is out of bounds.
    }
    refuse(key, "out-of-bounds", "must be a number from 0 to 1");
    return null;
  }

  /// The texts of a list, or the one text that stands for a list of one.
  java.util.List<String> texts(String key) {
    Doc value = get(key);
    return value == null ? java.util.List.of() : Scalars.texts(value, report);
  }

  /// Goes through a mapping of names.
  void each(String key, BiConsumer<String, Doc.Entry> body) {
    switch (get(key)) {
      case Doc.Entries mapping -> mapping.entries().forEach(body);
      case null -> {}
      case Doc other ->
          report.add(other.place(), "wrong-kind", "must be a mapping, not " + other.kindName());
    }
  }

  Map<String, Doc> mapping(String key) {
    Map<String, Doc> mapping = new LinkedHashMap<>();
    each(key, (name, entry) -> mapping.put(name, entry.value()));
    return mapping;
  }
}
