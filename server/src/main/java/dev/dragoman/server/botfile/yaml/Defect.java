package dev.dragoman.server.botfile.yaml;

import java.util.Comparator;

/// Something wrong with a bot file. `code` is a stable word for programs, `message` is for people.
public record Defect(String file, int line, int column, String path, String code, String message) {
  /// File, line, column, then what was found first.
  public static final Comparator<Defect> ORDER =
      Comparator.comparing(Defect::file)
          .thenComparingInt(Defect::line)
          .thenComparingInt(Defect::column);

  /// A defect of what stands at `place`.
  public static Defect at(Place place, String code, String message) {
    return new Defect(place.file(), place.line(), place.column(), place.path(), code, message);
  }

  /// `file:line:column path: message [code]`.
  @Override
  public String toString() {
    String where = file + ":" + line + ":" + column;
    return where + (path.isEmpty() ? "" : " " + path) + ": " + message + " [" + code + "]";
  }
}
