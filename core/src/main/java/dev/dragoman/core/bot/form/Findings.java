package dev.dragoman.core.bot.form;

import java.util.ArrayList;
import java.util.List;

/// The defects found so far in one document, and the mode it is read in.
final class Findings {
  private final TextMode mode;
  private final List<FormDefect> defects = new ArrayList<>();

  Findings(TextMode mode) {
    this.mode = mode;
  }

  TextMode mode() {
    return mode;
  }

  boolean byAuthor() {
    return mode == TextMode.AUTHOR;
  }

  void add(String path, String message) {
    defects.add(new FormDefect(path, message));
  }

  <T> Reading<T> settle(T value) {
    return defects.isEmpty() ? new Reading.Read<>(value) : new Reading.Refused<>(defects);
  }
}
