package dev.dragoman.server.json;

/// The white space between the parts of a written document.
public enum Spacing {
  /// None: `{"a":[1,2]}`.
  NONE(",", ":"),
  /// As Python's `json.dumps` writes it: `{"a": [1, 2]}`.
  PYTHON(", ", ": ");

  final String comma;
  final String colon;

  Spacing(String comma, String colon) {
    this.comma = comma;
    this.colon = colon;
  }
}
