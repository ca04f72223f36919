package dev.dragoman.core.understand;

import static dev.dragoman.core.understand.LanguageCounts.EDGE;
import static dev.dragoman.core.understand.LanguageCounts.LONGEST;
import static dev.dragoman.core.understand.LanguageCounts.SHORTEST;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All languages that can be told apart by their words, prepared so that one look at a sequence of
/// letters says its weight in each of them: first messages are read on the way to an answer.
/// Immutable and thread-safe.
final class LanguageTable {
  static final LanguageTable ALL = new LanguageTable(LanguageSamples.BY_LANGUAGE);

  private static final double KNOWN_WORD = 1.5;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final List<String> languages;

  /// Open addressing: a sequence of up to four units of 16 bits is its own key, and never 0.
  private final long[] keys;

  /// Which row of weights a key has; row 0 is that of sequences nobody knows.
  private final int[] rows;

  /// Row by row, one weight per language.
  private final double[] weights;

  /// Open addressing by the hash of the word, with a bit per language that knows it.
  private final @Nullable String[] words;

  private final int[] knownIn;

  private LanguageTable(Map<String, String> samples) {
    languages = samples.keySet().stream().sorted().toList();
    List<LanguageCounts> counts =
        languages.stream().map(one -> new LanguageCounts(samples.getOrDefault(one, ""))).toList();
    TreeSet<String> grams = new TreeSet<>();
    Map<String, Integer> masks = new TreeMap<>();
    for (int i = 0; i < counts.size(); i++) {
      int bit = 1 << i;
      grams.addAll(counts.get(i).grams.keySet());
      counts.get(i).words.forEach(word -> masks.merge(word, bit, (one, other) -> one | other));
    }
    keys = new long[capacity(grams.size())];
    rows = new int[keys.length];
    weights = new double[(1 + grams.size()) * counts.size()];
    fillRow(0, "", counts);
    int row = 0;
    for (String gram : grams) {
      int place = find(key(gram));
      keys[place] = key(gram);
      rows[place] = ++row * counts.size();
      fillRow(rows[place], gram, counts);
    }
    words = new @Nullable String[capacity(masks.size())];
    knownIn = new int[words.length];
    masks.forEach(this::putWord);
  }

  private void fillRow(int from, String gram, List<LanguageCounts> counts) {
    for (int i = 0; i < counts.size(); i++) {
      LanguageCounts language = counts.get(i);
      weights[from + i] = language.weight(language.grams.getOrDefault(gram, 0));
    }
  }

  private void putWord(String word, int mask) {
    int place = start(word.hashCode(), words.length);
    while (words[place] != null) {
      place = (place + 1) & (words.length - 1);
    }
    words[place] = word;
    knownIn[place] = mask;
  }

  /// At most half full.
  private static int capacity(int size) {
    return Integer.highestOneBit(size) * 4;
  }

  /// The place of a language in [#score]; -1 for one that has no sample.
  int place(String language) {
    return languages.indexOf(language);
  }

  String language(int place) {
    return languages.get(place);
  }

  /// Adds, for each of the languages, how likely a word is in it, up to a common factor: a
  /// logarithm.
  ///
  /// @param chosen places of languages
  /// @param scores one per language chosen
  void score(String text, int start, int end, int[] chosen, double[] scores) {
    int hash = 0;
    for (int from = start - 1; from <= end; from++) {
      char first = unit(text, start, end, from);
      hash = from < start || from == end ? hash : 31 * hash + first;
      long key = first;
      int last = Math.min(end, from + LONGEST - 1);
      for (int at = from + 1; at <= last; at++) {
        key = (key << Character.SIZE) | unit(text, start, end, at);
        if (at - from + 1 >= SHORTEST) {
          int row = rows[find(key)];
          for (int i = 0; i < chosen.length; i++) {
            scores[i] += weights[row + chosen[i]];
          }
        }
      }
    }
    int known = known(text, start, end, hash);
    for (int i = 0; i < chosen.length; i++) {
      scores[i] += ((known >> chosen[i]) & 1) * KNOWN_WORD;
    }
  }

  private static char unit(String text, int start, int end, int at) {
    return at < start || at >= end ? EDGE : text.charAt(at);
  }

  /// The place of a key, or the empty place where it would stand.
  private int find(long key) {
    int place = start(key, keys.length);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private static int start(long key, int capacity) {
    return (int) ((key * SPREAD) >>> 40) & (capacity - 1);
  }

  private static long key(String gram) {
    long key = 0;
    for (int i = 0; i < gram.length(); i++) {
      key = (key << Character.SIZE) | gram.charAt(i);
    }
    return key;
  }

  /// In which languages a word of this hash is known, a bit each.
  private int known(String text, int start, int end, int hash) {
    int place = start(hash, words.length);
    for (String word = words[place]; word != null; word = words[place]) {
      if (word.length() == end - start && text.startsWith(word, start)) {
        return knownIn[place];
      }
      place = (place + 1) & (words.length - 1);
    }
    return 0;
  }
}
