package dev.dragoman.core.understand.intent;

/// How a message looked to a model that had not learnt from it.
///
/// @param logits one per intent
/// @param intent the right one
/// @param coverage share of the message's weight that was known
record HeldOut(float[] logits, int intent, float coverage) {}
