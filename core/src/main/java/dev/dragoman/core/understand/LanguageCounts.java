package dev.dragoman.core.understand;

import dev.dragoman.core.understand.text.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How often words and letter sequences occur in a sample of one language. Immutable after
/// construction.
final class LanguageCounts {
  static final int SHORTEST = 2;
  static final int LONGEST = 4;

  /// Stands before and after a word.
  static final char EDGE = '_';

  private static final double SMOOTHING = 0.3;
  private static final double KINDS_OF_GRAMS = 3_000;

  /// Neighbouring sequences share letters: each counts for part of a piece of evidence.
  private static final double SHARE = 0.25;

  final Set<String> words = new HashSet<>();
  final Map<String, Integer> grams = new HashMap<>();
  private int total;

  LanguageCounts(String sample) {
    for (String word : sample.split("\\s+")) {
      add(word);
      // people drop accents when they chat
      String plain = Folding.withoutAccents(word);
      if (!plain.equals(word)) {
        add(plain);
      }
    }
  }

  private void add(String word) {
    String padded = EDGE + word + EDGE;
    words.add(word);
    for (int from = 0; from < padded.length(); from++) {
      int last = Math.min(padded.length(), from + LONGEST);
      for (int to = from + SHORTEST; to <= last; to++) {
        grams.merge(padded.substring(from, to), 1, Integer::sum);
        total++;
      }
    }
  }

  /// What a sequence that occurs so often in the sample adds to the logarithm of how likely a text
  /// is in this language.
  double weight(int count) {
    return SHARE * StrictMath.log((count + SMOOTHING) / (total + SMOOTHING * KINDS_OF_GRAMS));
  }
}
