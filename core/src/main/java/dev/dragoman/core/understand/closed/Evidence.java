package dev.dragoman.core.understand.closed;

/// A reply held against a question's vocabulary: how alike each of its words is to each word known.
/// Immutable after construction.
final class Evidence {
  private static final double WEIGHT_OF_EMPTY = 0.15;

  final Reading reading;
  private final Vocabulary vocabulary;
  private final double[][] like;

  Evidence(Reading reading, Vocabulary vocabulary) {
    this.reading = reading;
    this.vocabulary = vocabulary;
    this.like = new double[reading.size()][];
    for (int i = 0; i < like.length; i++) {
      // "gustaría" is no misspelt "guitarra": words of grammar stand for nothing but themselves
      String word = reading.words.get(i);
      like[i] = reading.isEmpty(i) ? vocabulary.only(word) : vocabulary.likeness(word);
    }
    for (int i = 0; i + 1 < like.length; i++) {
      join(i);
    }
  }

  /// "whats app" is "whatsapp".
  private void join(int first) {
    int id = vocabulary.id(reading.words.get(first) + reading.words.get(first + 1));
    if (id >= 0) {
      like[first][id] = 1;
      like[first + 1][id] = 1;
    }
  }

  double like(int word, int id) {
    return like[word][id];
  }

  /// What a word of the reply weighs: one of grammar little, one of the vocabulary what it tells,
  /// any other all.
  double weight(int word) {
    int id = vocabulary.id(reading.words.get(word));
    double full = id < 0 ? 1 : vocabulary.weight(id);
    return reading.isEmpty(word) ? full * WEIGHT_OF_EMPTY : full;
  }

  /// What a part of a phrase weighs.
  double weightOfPart(int id) {
    return vocabulary.weight(id);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }
}
