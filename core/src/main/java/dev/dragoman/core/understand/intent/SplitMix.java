package dev.dragoman.core.understand.intent;

/// A tiny generator of the same numbers for the same seed, on every machine and release.
final class SplitMix {
  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  /// Puts the numbers in a new order.
  void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int j = (int) Long.remainderUnsigned(next(), i + 1);
      int moved = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = moved;
    }
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
