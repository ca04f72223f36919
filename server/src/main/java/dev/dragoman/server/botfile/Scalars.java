package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Single values and lists of them.
final class Scalars {
  private Scalars() {}

  static @Nullable String text(Doc doc, Report report) {
    if (doc instanceof Doc.Scalar scalar && scalar.kind() != Doc.Kind.NOTHING) {
      return scalar.text();
    }
    report.add(doc.place(), "wrong-kind", "must be a text, not " + doc.kindName());
    return null;
  }

  static List<String> texts(Doc doc, Report report) {
    if (!(doc instanceof Doc.Items items)) {
      String text = text(doc, report);
      return text == null ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (Doc item : items.items()) {
      String text = text(item, report);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /// Whether a text is a two- or three-letter language code.
  static boolean isLanguage(String text) {
    return text.length() >= 2
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  static boolean isOneOf(Doc doc, Set<String> words) {
    return doc instanceof Doc.Scalar scalar && words.contains(scalar.text());
  }
}
