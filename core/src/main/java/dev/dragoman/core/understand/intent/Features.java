package dev.dragoman.core.understand.intent;

import java.util.Arrays;

/// The distinct features of one text, independent of any model: `keys[0, words)` are the word
/// block, `keys[words, size)` the character block. Arrays may be longer than `size`.
final class Features {
  final long[] keys;
  final float[] weights;
  final int words;
  final int size;

  Features(long[] keys, float[] weights, int words, int size) {
    this.keys = keys;
    this.weights = weights;
    this.words = words;
    this.size = size;
  }

  /// The same in arrays of just the size, to be kept.
  Features trimmed() {
    return new Features(Arrays.copyOf(keys, size), Arrays.copyOf(weights, size), words, size);
  }
}
