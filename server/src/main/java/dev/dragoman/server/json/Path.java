package dev.dragoman.server.json;

import java.util.regex.Pattern;

/// Spells where in a document something stands: `users[3].cellphone`, or `a["b.c"]` where a name
/// could be misread. Names are cut after 64 characters, so a path is never a weapon.
final class Path {

  private static final int NAME_MAX = 64;
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");

  private Path() {}

  static String member(String parent, String name) {
    var shown = cut(name);
    if (!PLAIN.matcher(shown).matches()) {
      return parent + "[\"" + shown.replaceAll("[\"\\\\\\p{Cntrl}\\p{Cs}]", "?") + "\"]";
    }
    return parent.isEmpty() ? shown : parent + "." + shown;
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  private static String cut(String name) {
    if (name.codePointCount(0, name.length()) <= NAME_MAX) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, NAME_MAX)) + "...";
  }
}
