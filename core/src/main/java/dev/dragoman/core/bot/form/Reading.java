package dev.dragoman.core.bot.form;

import java.util.List;

/// What reading a written form comes to.
public sealed interface Reading<T> {
  /// It is good.
  record Read<T>(T value) implements Reading<T> {}

  /// It is not, for all these reasons, in the order of the document.
  record Refused<T>(List<FormDefect> defects) implements Reading<T> {
    /// Copies the list.
    public Refused {
      defects = List.copyOf(defects);
    }
  }

  /// The value, or `IllegalArgumentException` with every defect when it was refused.
  default T orThrow() {
    return switch (this) {
      case Read<T>(var value) -> value;
      case Refused<T>(var defects) -> throw new IllegalArgumentException(defects.toString());
    };
  }
}
