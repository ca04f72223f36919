package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Question;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ranges of numbers: `1..3`, `5..`, `..4`, `7`, or `[1, 3]`.
final class Ranges {
  private Ranges() {}

  static Question.@Nullable Range read(@Nullable Doc doc, Report report) {
    if (doc == null) {
      return null;
    }
    Question.Range range = doc instanceof Doc.Items pair ? pair(pair.items()) : parsed(doc);
    if (range == null || isEmpty(range)) {
      report.add(doc.place(), "wrong-range", "must be a range such as 1..3, 5.. or [1, 3]");
      return null;
    }
    return range;
  }

  private static boolean isEmpty(Question.Range range) {
    Double least = range.minimum();
    Double most = range.maximum();
    return (least == null && most == null) || (least != null && most != null && least > most);
  }

  private static Question.@Nullable Range pair(List<Doc> ends) {
    return ends.size() == 2
            && ends.get(0) instanceof Doc.Scalar least
            && ends.get(1) instanceof Doc.Scalar most
        ? range(least.text(), most.text())
        : null;
  }

  private static Question.@Nullable Range parsed(Doc doc) {
    if (!(doc instanceof Doc.Scalar scalar)) {
      return null;
    }
    String text = scalar.text().strip();
    int dots = text.indexOf("..");
    return dots < 0 ? range(text, text) : range(text.substring(0, dots), text.substring(dots + 2));
  }

  private static Question.@Nullable Range range(String least, String most) {
    try {
      return new Question.Range(end(least), end(most));
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static @Nullable Double end(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.equals("null") || stripped.equals("~")) {
      return null;
    }
    double number = Double.parseDouble(stripped);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(stripped);
    }
    return number;
  }
}
