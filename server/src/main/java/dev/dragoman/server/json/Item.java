package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Defect.Kind;

/// One item of a list being read; its defects go to the body's.
public final class Item {

  private final Fields fields;
  private final String path;
  private final Value value;

  Item(Fields fields, String path, Value value) {
    this.fields = fields;
    this.path = path;
    this.value = value;
  }

  /// The item as it came.
  public Value value() {
    return value;
  }

  /// The item as an object to be read in turn.
  public Fields object() {
    return fields.inner(value, path);
  }

  /// The item as a text of `min` to `max` code points.
  public String text(int min, int max) {
    return FieldRules.text(fields, path, value, min, max);
  }

  /// The item as a whole number from `min` to `max`.
  public long whole(long min, long max) {
    return FieldRules.whole(fields, path, value, min, max);
  }

  /// Adds a defect of the reader's own to this item.
  public void invalid(String message) {
    fields.add(path, Kind.INVALID, message);
  }
}
