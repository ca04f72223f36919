package dev.dragoman.core.understand.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Declared words of five letters or more, found by words with one typo: a letter too many, too
/// few, wrong, or standing elsewhere.
///
/// Two words one typo apart are equal when each has lost a letter at most, so every declared word
/// is filed under all that is left of it without one of its letters, and looked for likewise. No
/// string is made of what is left: its hash is a sum over the letters, from which one is taken
/// out. Immutable and thread-safe.
final class Typos {
  private static final int SHORTEST = 5;
  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long INVERSE = inverse(BASE);

  private final long[] keys;

  /// The word filed under each key, null in an empty place; open addressing, at most half full.
  private final @Nullable String[] words;

  private final int longest;

  /// Files words.
  Typos(Collection<String> declared) {
    List<String> filed = declared.stream().filter(word -> word.length() >= SHORTEST).toList();
    int size = filed.stream().mapToInt(word -> word.length() + 1).sum();
    keys = new long[4 * Integer.highestOneBit(size + 1)];
    words = new @Nullable String[keys.length];
    longest = filed.stream().mapToInt(String::length).max().orElse(0);
    filed.forEach(this::file);
  }

  /// The declared words one typo away, and the word itself if it is one; sorted.
  List<String> near(String word) {
    if (word.length() < SHORTEST || word.length() > longest + 1) {
      return List.of();
    }
    Walk walk = new Walk(word);
    List<String> near = find(walk.key, word, null);
    while (walk.next()) {
      near = find(walk.key, word, near);
    }
    if (near == null) {
      return List.of();
    }
    near.sort(null);
    return near;
  }

  /// Whether one is the other but for a typo.
  static boolean isNear(String one, String other) {
    if (one.length() < other.length()) {
      return isNear(other, one);
    }
    if (other.length() < SHORTEST || one.length() - other.length() > 1) {
      return false;
    }
    int first = 0;
    while (first < other.length() && one.charAt(first) == other.charAt(first)) {
      first++;
    }
    if (one.length() > other.length()) {
      return one.regionMatches(first + 1, other, first, other.length() - first);
    }
    int last = other.length() - 1;
    while (last > first && one.charAt(last) == other.charAt(last)) {
      last--;
    }
    return one.regionMatches(first + 1, other, first, last - first)
        || one.regionMatches(first, other, first + 1, last - first);
  }

  private void file(String word) {
    Walk walk = new Walk(word);
    do {
      int place = place(walk.key);
      while (words[place] != null) {
        place = (place + 1) & (keys.length - 1);
      }
      keys[place] = walk.key;
      words[place] = word;
    } while (walk.next());
  }

  /// Adds to the words found those filed under a key. A key is a hash: the words are compared.
  private @Nullable List<String> find(long key, String word, @Nullable List<String> found) {
    List<String> all = found;
    int place = place(key);
    for (String filed = words[place]; filed != null; filed = words[place]) {
      if (keys[place] == key && isNear(word, filed)) {
        all = all == null ? new ArrayList<>() : all;
        if (!all.contains(filed)) {
          all.add(filed);
        }
      }
      place = (place + 1) & (keys.length - 1);
    }
    return all;
  }

  private int place(long key) {
    return (int) ((key * BASE) >>> 40) & (keys.length - 1);
  }

  /// Hashes of a word and of all that is left of it without one letter, the last letter first.
  private static final class Walk {
    private final String word;
    private int without;
    private long before;
    private long after;
    private long power = 1;
    long key;

    /// Stands at the whole word.
    Walk(String word) {
      this.word = word;
      this.without = word.length();
      for (int i = 0; i < word.length(); i++) {
        before = before * BASE + word.charAt(i);
      }
      this.key = before;
    }

    /// Puts the letter left out last back and leaves out the one before; false at the beginning.
    boolean next() {
      if (without < word.length()) {
        after += word.charAt(without) * power;
        power *= BASE;
      }
      if (without == 0) {
        return false;
      }
      without--;
      before = (before - word.charAt(without)) * INVERSE;
      key = before * power + after;
      return true;
    }
  }

  /// What an odd number is multiplied by to give 1, in 64 bits.
  private static long inverse(long odd) {
    long inverse = odd;
    for (int correctBits = 3; correctBits < Long.SIZE; correctBits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
