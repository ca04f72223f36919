package dev.dragoman.server.botfile.yaml;

import java.util.ArrayList;
import java.util.List;

/// Collects defects while files are read; after [#MOST] it stops listening. Not thread-safe.
public final class Report {
  /// More defects than this help nobody.
  public static final int MOST = 1_000;

  private final List<Defect> defects = new ArrayList<>();

  /// Notes a defect at a place.
  public void add(Place place, String code, String message) {
    add(Defect.at(place, code, message));
  }

  /// Notes a defect.
  public void add(Defect defect) {
    if (defects.size() < MOST) {
      defects.add(defect);
    }
  }

  /// Whether something with this code is known to be wrong at the same spot.
  public boolean has(Place place, String code) {
    return defects.stream()
        .anyMatch(
            defect ->
                defect.code().equals(code)
                    && defect.line() == place.line()
                    && defect.column() == place.column()
                    && defect.file().equals(place.file()));
  }

  /// Whether nothing was wrong so far.
  public boolean isClean() {
    return defects.isEmpty();
  }

  /// The defects in the order of the files.
  public List<Defect> sorted() {
    return defects.stream().distinct().sorted(Defect.ORDER).toList();
  }
}
