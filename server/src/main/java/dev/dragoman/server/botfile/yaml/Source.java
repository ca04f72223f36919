package dev.dragoman.server.botfile.yaml;

/// The text of one file and the name that defects call it by.
public record Source(String name, String text) {
  /// Largest file that is read, in bytes.
  public static final int MAX_BYTES = 4_000_000;
}
