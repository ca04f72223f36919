package dev.dragoman.core.understand;

import dev.dragoman.core.understand.text.Folding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How often words and letter sequences occur in one language. Immutable after construction.
final class LanguageProfile {
  /// By ISO 639-1 code.
  static final Map<String, LanguageProfile> BY_LANGUAGE = all();

  private static final int LONGEST = 4;
  private static final double SMOOTHING = 0.3;
  private static final double KINDS_OF_GRAMS = 3_000;
  private static final double KNOWN_WORD = 1.5;

  /// Neighbouring sequences share letters: each counts for part of a piece of evidence.
  private static final double SHARE = 0.25;

  private final String language;
  private final Set<String> words = new HashSet<>();
  private final Map<String, Integer> grams = new HashMap<>();
  private final double total;

  private LanguageProfile(String language, String sample) {
    this.language = language;
    int count = 0;
    for (String word : sample.split("\\s+")) {
      count += add(word);
      // people drop accents when they chat
      String plain = Folding.withoutAccents(word);
      count += plain.equals(word) ? 0 : add(plain);
    }
    this.total = count;
  }

  private static Map<String, LanguageProfile> all() {
    Map<String, LanguageProfile> profiles = new TreeMap<>();
    LanguageSamples.BY_LANGUAGE.forEach(
        (language, sample) -> profiles.put(language, new LanguageProfile(language, sample)));
    return Map.copyOf(profiles);
  }

  private int add(String word) {
    String padded = "_" + word + "_";
    words.add(word);
    int count = 0;
    for (int from = 0; from < padded.length(); from++) {
      for (int to = from + 2; to <= Math.min(padded.length(), from + LONGEST); to++) {
        grams.merge(padded.substring(from, to), 1, Integer::sum);
        count++;
      }
    }
    return count;
  }

  String language() {
    return language;
  }

  /// The logarithm of how likely the words are in this language, up to a common factor.
  double score(List<String> text) {
    double score = 0;
    for (String word : text) {
      String padded = "_" + word + "_";
      for (int from = 0; from < padded.length(); from++) {
        for (int to = from + 2; to <= Math.min(padded.length(), from + LONGEST); to++) {
          int count = grams.getOrDefault(padded.substring(from, to), 0);
          score +=
              SHARE * StrictMath.log((count + SMOOTHING) / (total + SMOOTHING * KINDS_OF_GRAMS));
        }
      }
      score += words.contains(word) ? KNOWN_WORD : 0;
    }
    return score;
  }
}
