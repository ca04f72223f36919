package dev.dragoman.server.dialect.aivo;

import java.nio.charset.StandardCharsets;

/// `extra` as the vendor prints it, which is no JSON: square brackets around `"Label": value` pairs
/// (contract aivo §2.1). It becomes the object that was meant.
final class PrintedExtra {
  private static final byte[] NAME = "\"extra\"".getBytes(StandardCharsets.US_ASCII);

  private final byte[] body;

  private PrintedExtra(byte[] body) {
    this.body = body;
  }

  /// The body with braces around the pairs; the same body when there are none.
  static byte[] braced(byte[] body) {
    PrintedExtra printed = new PrintedExtra(body);
    int open = printed.opening();
    int close = open < 0 ? -1 : printed.closing(open);
    if (close < 0) {
      return body;
    }
    byte[] braced = body.clone();
    braced[open] = '{';
    braced[close] = '}';
    return braced;
  }

  /// The bracket that stands where an object is meant, or -1.
  private int opening() {
    for (int at = 0; at < body.length; at++) {
      if (body[at] == '"') {
        int end = stringEnd(at);
        int open = isExtra(at, end) && is(end, ':') ? skip(skip(end) + 1) : -1;
        if (open >= 0 && is(open, '[') && isPair(open + 1)) {
          return open;
        }
        at = end - 1;
      }
    }
    return -1;
  }

  private boolean isExtra(int from, int end) {
    return java.util.Arrays.equals(body, from, Math.min(end, body.length), NAME, 0, NAME.length);
  }

  private boolean isPair(int from) {
    int name = skip(from);
    return is(name, '"') && is(stringEnd(name), ':');
  }

  private boolean is(int from, char wanted) {
    int at = skip(from);
    return at < body.length && body[at] == wanted;
  }

  private int skip(int from) {
    int at = from;
    while (at < body.length && body[at] <= ' ' && body[at] >= 0) {
      at++;
    }
    return at;
  }

  /// Behind the closing quote of the string that begins there.
  private int stringEnd(int from) {
    int at = from + 1;
    while (at < body.length && body[at] != '"') {
      at += body[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /// The bracket that closes the one at `open`, or -1.
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < body.length; at++) {
      switch (body[at]) {
        case '"' -> at = stringEnd(at) - 1;
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return body[at] == ']' ? at : -1;
      }
    }
    return -1;
  }
}
