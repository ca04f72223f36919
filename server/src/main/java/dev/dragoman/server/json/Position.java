package dev.dragoman.server.json;

/// A place in a document, both numbers from 1; columns count code points.
record Position(int line, int column) {

  static final Position START = new Position(1, 1);

  /// The place of the character at `offset`, or of the end.
  static Position at(String text, int offset) {
    int end = Math.min(offset, text.length());
    int start = text.lastIndexOf('\n', end - 1) + 1;
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Position(line, text.codePointCount(start, end) + 1);
  }
}
