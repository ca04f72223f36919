package dev.dragoman.core.understand.time;

/// Certain words in a row, by their numbers in the vocabulary. Immutable.
final class Phrase implements Rule.Alternative {
  private final int[] ids;

  Phrase(int[] ids) {
    this.ids = ids.clone();
  }

  int first() {
    return ids[0];
  }

  int length() {
    return ids.length;
  }

  int id(int place) {
    return ids[place];
  }
}
