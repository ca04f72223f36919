package dev.dragoman.core.understand.intent;

/// How likely it is that a message means an intent.
///
/// @param intent the intent's id
/// @param score 0 to 1; 1 only for a message that repeats an example
public record IntentScore(String intent, double score) {}
