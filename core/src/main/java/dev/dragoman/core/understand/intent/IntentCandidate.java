package dev.dragoman.core.understand.intent;

/// An intent that could have won.
///
/// @param intent its id
/// @param score 0 to 1, with the prior applied; 1 for a repeated example
/// @param threshold what the score had to reach
/// @param accepted whether it did, on a message known well enough
public record IntentCandidate(String intent, double score, double threshold, boolean accepted) {}
