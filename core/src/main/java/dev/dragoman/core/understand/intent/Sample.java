package dev.dragoman.core.understand.intent;

/// One thing to learn from.
///
/// @param features what it is made of
/// @param intent the place of its intent in the training set
/// @param weight 1 for an example, less for the intent's name
/// @param identity the same for the same origin: decides which part of the examples it is held out
///     with
/// @param origin the sentence it was made of, in the form of [TrainingSet#normal]
record Sample(Features features, int intent, float weight, long identity, String origin) {
  boolean isExample() {
    return weight == 1;
  }
}
