package dev.dragoman.core.understand.intent;

/// Feature keys with a number each, 0, 1, 2, … in the order of adding. Open addressing over
/// primitive arrays, at most half full. Immutable once handed to a model.
final class FeatureTable {
  private long[] keys;
  private int[] numbers;
  private int size;

  FeatureTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2;
    keys = new long[capacity];
    numbers = new int[capacity];
  }

  /// The number of a key, or -1.
  int find(long key) {
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (keys[place] != 0) {
      if (keys[place] == key) {
        return numbers[place];
      }
      place = (place + 1) & mask;
    }
    return -1;
  }

  /// The number of a key, a new one if it was not there.
  int add(long key) {
    int known = find(key);
    if (known >= 0) {
      return known;
    }
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    put(key, size);
    return size++;
  }

  int size() {
    return size;
  }

  long bytes() {
    return 12L * keys.length;
  }

  /// All keys, the one with number 0 first.
  long[] keysByNumber() {
    long[] byNumber = new long[size];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        byNumber[numbers[i]] = keys[i];
      }
    }
    return byNumber;
  }

  private void put(long key, int number) {
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (keys[place] != 0) {
      place = (place + 1) & mask;
    }
    keys[place] = key;
    numbers[place] = number;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldNumbers[i]);
      }
    }
  }
}
