package dev.dragoman.server.app;

import dev.dragoman.core.understand.intent.TrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads files of labelled messages: UTF-8, one a line, `text<TAB>intent`, no header. Empty lines
/// are passed over.
final class LabelledRows {
  private LabelledRows() {}

  static List<TrainingSet.Row> read(Path file) throws BadFile {
    List<String> lines = BadFile.lines(file);
    List<TrainingSet.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        rows.add(row(line, file + ":" + (i + 1)));
      }
    }
    if (rows.isEmpty()) {
      throw new BadFile(file + ": no rows");
    }
    return rows;
  }

  private static TrainingSet.Row row(String line, String where) throws BadFile {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new BadFile(where + ": no tab between text and intent");
    }
    String text = line.substring(0, tab);
    String intent = line.substring(tab + 1).strip();
    if (intent.indexOf('\t') >= 0) {
      throw new BadFile(where + ": more than one tab");
    }
    if (text.isBlank() || intent.isEmpty()) {
      throw new BadFile(where + (text.isBlank() ? ": no text" : ": no intent"));
    }
    return new TrainingSet.Row(text, intent);
  }
}
