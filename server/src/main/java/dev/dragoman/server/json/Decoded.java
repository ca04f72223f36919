package dev.dragoman.server.json;

import java.util.List;

/// What came of reading the members of a request.
public sealed interface Decoded<T> {

  /// All is well.
  record Whole<T>(T value) implements Decoded<T> {}

  /// Something is not; every defect found, in reading order, at least one.
  record Defective<T>(List<Defect> defects) implements Decoded<T> {
    public Defective {
      defects = List.copyOf(defects);
      if (defects.isEmpty()) {
        throw new IllegalArgumentException("defective without a defect");
      }
    }
  }
}
