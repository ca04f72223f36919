package dev.dragoman.core.understand.intent;

import java.util.Arrays;

/// Collects the distinct features of one text: keys with weights, the word block first, then the
/// character block. Not thread-safe; one per reading.
final class FeatureBuffer {
  private static final int SMALLEST = 64;

  /// The features of most messages; longer ones grow.
  private static final int USUAL = 256;

  private static final int PER_CHARACTER = 5;

  private long[] keys;
  private float[] weights;
  private int size;
  private int words;
  private int[] places;

  /// For a text so long: chat messages are short, and their features few.
  FeatureBuffer(int characters) {
    int expected = Math.clamp((long) PER_CHARACTER * characters, SMALLEST, USUAL);
    keys = new long[expected];
    weights = new float[expected];
    places = new int[2 * Integer.highestOneBit(2 * expected - 1)];
  }

  /// Adds a feature unless it was added before; a repeated word says nothing new.
  void add(long key, float weight) {
    if (2 * (size + 1) > places.length) {
      grow();
    }
    int mask = places.length - 1;
    int place = (int) key & mask;
    while (places[place] != 0) {
      if (keys[places[place] - 1] == key) {
        return;
      }
      place = (place + 1) & mask;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    keys[size] = key;
    weights[size++] = weight;
    places[place] = size;
  }

  /// Ends the word block.
  void endWords() {
    words = size;
  }

  Features features() {
    return new Features(keys, weights, words, size);
  }

  private void grow() {
    places = new int[2 * places.length];
    int mask = places.length - 1;
    for (int i = 0; i < size; i++) {
      int place = (int) keys[i] & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = i + 1;
    }
  }
}
