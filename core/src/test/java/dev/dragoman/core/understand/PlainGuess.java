package dev.dragoman.core.understand;

import dev.dragoman.core.understand.LanguageGuess.Guess;
import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The definition of a guess by words, written down without regard to speed: what the table must
/// come to. Knows no Chinese.
final class PlainGuess {
  private PlainGuess() {}

  static Guess guess(List<String> languages, String text) {
    String normal = Folding.normal(text.substring(0, Math.min(1_000, text.length())));
    List<String> words = words(normal);
    List<String> known =
        languages.stream().filter(LanguageSamples.BY_LANGUAGE::containsKey).toList();
    if (words.isEmpty() || known.isEmpty()) {
      return new Guess(languages.getFirst(), 0);
    }
    Map<String, Double> scores = new HashMap<>();
    known.forEach(one -> scores.put(one, score(one, words)));
    String best = known.getFirst();
    for (String one : known) {
      best = scores.get(one) > scores.get(best) ? one : best;
    }
    double greatest = scores.get(best);
    double sum = scores.values().stream().mapToDouble(one -> StrictMath.exp(one - greatest)).sum();
    double chance = 1.0 / known.size();
    double confidence = chance == 1 ? 1 : (1 / sum - chance) / (1 - chance);
    return new Guess(best, Math.max(0, confidence));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.split("\\s+")) {
      boolean address = part.indexOf('@') > 0 || part.contains("://") || part.startsWith("www.");
      for (String word : part.split("[^\\p{IsLatin}\\p{M}']+")) {
        if (!word.isEmpty() && !address) {
          words.add(word);
        }
      }
    }
    return words;
  }

  static double score(String language, List<String> text) {
    Map<String, Integer> grams = new HashMap<>();
    List<String> sample = new ArrayList<>();
    for (String word : LanguageSamples.BY_LANGUAGE.get(language).split("\\s+")) {
      sample.add(word);
      if (!Folding.withoutAccents(word).equals(word)) {
        sample.add(Folding.withoutAccents(word));
      }
    }
    sample.forEach(word -> grams(word).forEach(gram -> grams.merge(gram, 1, Integer::sum)));
    double total = grams.values().stream().mapToInt(count -> count).sum();
    double score = 0;
    for (String word : text) {
      for (String gram : grams(word)) {
        score += 0.25 * StrictMath.log((grams.getOrDefault(gram, 0) + 0.3) / (total + 0.3 * 3_000));
      }
      score += sample.contains(word) ? 1.5 : 0;
    }
    return score;
  }

  /// All runs of two to four characters of a word between its edges.
  private static List<String> grams(String word) {
    String padded = "_" + word + "_";
    List<String> grams = new ArrayList<>();
    for (int from = 0; from < padded.length(); from++) {
      for (int to = from + 2; to <= Math.min(padded.length(), from + 4); to++) {
        grams.add(padded.substring(from, to));
      }
    }
    return grams;
  }
}
