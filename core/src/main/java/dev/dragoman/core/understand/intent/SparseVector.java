package dev.dragoman.core.understand.intent;

/// A text as the layer sees it: numbers of known features with their values, and the share of the
/// text's weight that known features hold (0 to 1; 0 for a text without features).
final class SparseVector {
  final int[] features;
  final float[] values;
  final int size;
  final float coverage;

  SparseVector(int[] features, float[] values, int size, float coverage) {
    this.features = features;
    this.values = values;
    this.size = size;
    this.coverage = coverage;
  }
}
