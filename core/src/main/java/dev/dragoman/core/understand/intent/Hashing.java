package dev.dragoman.core.understand.intent;

/// 64-bit hashes that stand for features, so that a model keeps no strings. Two different
/// features of one bot share a hash about once in 10¹⁰ bots of 60,000 features.
final class Hashing {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final long START = 0x517CC1B727220A95L;

  private Hashing() {}

  static long start() {
    return START;
  }

  static long step(long hash, char next) {
    return (hash ^ next) * MULTIPLIER ^ (hash >>> 29);
  }

  static long of(CharSequence text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
    }
    return hash;
  }

  /// A finished key; never 0, which marks an empty place in tables.
  static long key(FeatureKind kind, long hash) {
    long mixed = (hash + kind.salt) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 29;
    return mixed == 0 ? 1 : mixed;
  }

  static long pair(long first, long second) {
    return (first * MULTIPLIER ^ (first >>> 27)) + second * 0xD6E8FEB86659FD93L;
  }
}
