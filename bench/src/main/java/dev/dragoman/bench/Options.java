package dev.dragoman.bench;

import java.util.List;

/// What was said behind `lab`.
record Options(List<String> words) {
  /// The number behind a flag, or what is meant without it.
  int number(String flag, int otherwise) {
    return Integer.parseInt(Main.after(words, flag, Integer.toString(otherwise)));
  }
}
