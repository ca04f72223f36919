package dev.dragoman.core.understand.intent;

/// What a feature says about a text; equal letters of different kinds are different features.
enum FeatureKind {
  WORD,
  WORD_PAIR,
  FIRST_WORD,
  LAST_WORD,
  CHARACTERS,
  HAN_RUN;

  long salt() {
    return (ordinal() + 1) * 0x2545F4914F6CDD1DL;
  }
}
