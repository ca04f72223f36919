package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import org.jspecify.annotations.Nullable;

/// Finds the node that a path such as `buttons[0].title` names.
final class Paths {
  private Paths() {}

  /// The node at the path, or the innermost one on the way that exists.
  static Doc nearest(Doc doc, String path) {
    return walk(doc, path).found();
  }

  /// The part of the path below [#nearest(Doc, String)].
  static String rest(Doc doc, String path) {
    return walk(doc, path).rest();
  }

  private record Found(Doc found, String rest) {}

  private static Found walk(Doc doc, String path) {
    Doc at = doc;
    String rest = path.startsWith(".") ? path.substring(1) : path;
    while (!rest.isEmpty()) {
      int end = endOfFirst(rest);
      Doc next = child(at, rest.substring(0, end));
      if (next == null) {
        return new Found(at, rest);
      }
      at = next;
      rest = rest.substring(rest.startsWith(".", end) ? end + 1 : end);
    }
    return new Found(at, "");
  }

  private static int endOfFirst(String path) {
    int from = path.startsWith("[") ? 1 : 0;
    for (int i = from; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '.' || c == '[') {
        return i;
      }
      if (c == ']') {
        return i + 1;
      }
    }
    return path.length();
  }

  private static @Nullable Doc child(Doc doc, String name) {
    return switch (doc) {
      case Doc.Scalar _ -> null;
      case Doc.Entries entries -> entries.get(name);
      case Doc.Items items -> item(items, name);
    };
  }

  private static @Nullable Doc item(Doc.Items items, String name) {
    if (!name.startsWith("[") || !name.endsWith("]")) {
      return null;
    }
    int index = Integer.parseInt(name.substring(1, name.length() - 1));
    return index < items.items().size() ? items.items().get(index) : null;
  }
}
