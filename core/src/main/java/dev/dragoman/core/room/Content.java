package dev.dragoman.core.room;

/// What one message of a room holds: a text, or where a file or image is found. `name`, `mime` and
/// `bytes` describe a file as far as its sender did (else empty, empty and 0).
public record Content(Kind kind, String value, String name, String mime, long bytes) {
  /// What a message is.
  public enum Kind {
    TEXT,
    IMAGE,
    FILE
  }

  /// A text.
  public static Content text(String text) {
    return new Content(Kind.TEXT, text, "", "", 0);
  }
}
