package dev.dragoman.core.understand.intent;

/// How a message looked to a model that had not learnt from it.
final class HeldOut {
  final float[] logits;
  final int intent;
  final float coverage;
  final String origin;

  /// @param logits one per intent
  /// @param intent the right one
  /// @param coverage share of the message's weight that was known
  /// @param origin the sentence the message was made of
  HeldOut(float[] logits, int intent, float coverage, String origin) {
    this.logits = logits;
    this.intent = intent;
    this.coverage = coverage;
    this.origin = origin;
  }
}
