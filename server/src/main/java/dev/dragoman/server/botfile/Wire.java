package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the full written form of something short; what is built stands where the short form is.
final class Wire {
  private final Place place;
  private final Map<String, Doc.Entry> entries = new LinkedHashMap<>();

  private Wire(Place place) {
    this.place = place;
  }

  static Wire at(Place place) {
    return new Wire(place);
  }

  static Wire typed(Place place, String type) {
    return at(place).put("type", type);
  }

  /// Puts a value; null leaves the member out.
  Wire put(String name, @Nullable Doc value) {
    if (value != null) {
      entries.put(name, new Doc.Entry(value.place(), Span.MADE, value));
    }
    return this;
  }

  Wire put(String name, String text) {
    return put(name, text(place, text));
  }

  Wire put(String name, boolean truth) {
    return put(name, new Doc.Scalar(place, Span.MADE, Boolean.toString(truth), Doc.Kind.TRUTH));
  }

  Doc.Entries build() {
    return new Doc.Entries(place, Span.MADE, entries);
  }

  static Doc text(Place place, String text) {
    return new Doc.Scalar(place, Span.MADE, text, Doc.Kind.TEXT);
  }

  static Doc list(Place place, List<Doc> items) {
    return new Doc.Items(place, Span.MADE, items);
  }

  /// The same value as a text, whatever it looks like: an id of digits is no number.
  static @Nullable Doc asText(@Nullable Doc doc) {
    return doc instanceof Doc.Scalar scalar && scalar.kind() != Doc.Kind.NOTHING
        ? text(scalar.place(), scalar.text())
        : doc;
  }
}
