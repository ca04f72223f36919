package dev.dragoman.core.understand.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values under words, found by the letters of a text without making strings of them. Immutable.
///
/// @param <V> what a word stands for
final class WordTable<V> {
  private final @Nullable String[] keys;
  private final List<@Nullable V> values;
  private final int longest;

  WordTable(Map<String, V> words) {
    int size = Integer.highestOneBit(Math.max(words.size(), 4)) * 4;
    keys = new String[size];
    values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(null);
    }
    words.forEach(this::put);
    longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void put(String word, V value) {
    int slot = hash(word.toCharArray(), 0, word.length());
    while (keys[slot] != null) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = word;
    values.set(slot, value);
  }

  /// What the folded letters between two offsets stand for, or null.
  @Nullable V find(char[] folded, int start, int end) {
    if (end - start > longest) {
      return null;
    }
    int slot = hash(folded, start, end);
    while (true) {
      String key = keys[slot];
      if (key == null) {
        return null;
      }
      if (same(key, folded, start, end)) {
        return values.get(slot);
      }
      slot = (slot + 1) & (keys.length - 1);
    }
  }

  /// The length of the longest word.
  int longest() {
    return longest;
  }

  private int hash(char[] folded, int start, int end) {
    int hash = 7;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + folded[i];
    }
    return (hash ^ (hash >>> 15)) & (keys.length - 1);
  }

  private static boolean same(String key, char[] folded, int start, int end) {
    if (key.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (key.charAt(i - start) != folded[i]) {
        return false;
      }
    }
    return true;
  }
}
