package dev.dragoman.core.understand.intent;

/// What a feature says about a text; equal letters of different kinds are different features. The
/// numbers are part of the model format.
enum FeatureKind {
  WORD(1),
  WORD_PAIR(2),
  FIRST_WORD(3),
  LAST_WORD(4),
  CHARACTERS(5),
  HAN_RUN(6),
  WORD_CLASS(7);

  final long salt;

  FeatureKind(int number) {
    salt = number * 0x2545F4914F6CDD1DL;
  }
}
