package dev.dragoman.core.understand;

import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses in which of a bot's languages a text is written, from its script, its everyday words
/// and its letter sequences. Made for the first messages of a conversation. The same text gives
/// the same guess on every machine. Immutable and thread-safe.
public final class LanguageGuess {
  private static final int MAX_CHARACTERS = 1_000;
  private static final double LATIN_TOO_MUCH = 4;

  private final List<String> languages;
  private final List<LanguageProfile> profiles;

  private LanguageGuess(List<String> languages, List<LanguageProfile> profiles) {
    this.languages = languages;
    this.profiles = profiles;
  }

  /// A guess.
  ///
  /// @param language ISO 639-1 code, one of the bot's
  /// @param confidence 0 when the text says nothing about its language, 1 when there is no doubt
  public record Guess(String language, double confidence) {}

  /// Prepares guessing among a bot's languages; en, es, fr, pt, de, it and zh can be told apart,
  /// others are never guessed unless the first.
  ///
  /// @param languages ISO 639-1 codes, at least one; the first is taken when nothing speaks for any
  /// @throws IllegalArgumentException without a language
  public static LanguageGuess among(List<String> languages) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a bot has a language");
    }
    List<LanguageProfile> profiles = new ArrayList<>();
    for (String language : languages) {
      LanguageProfile profile = LanguageProfile.BY_LANGUAGE.get(language);
      if (profile != null) {
        profiles.add(profile);
      }
    }
    return new LanguageGuess(List.copyOf(languages), List.copyOf(profiles));
  }

  /// The language of a text; of a long one only the first 1,000 characters count.
  public Guess guess(String text) {
    String head = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    String normal = Folding.normal(head);
    int[] letters = letters(normal);
    if (languages.contains("zh") && letters[0] > 0 && letters[0] * LATIN_TOO_MUCH >= letters[1]) {
      return new Guess("zh", 1);
    }
    Map<String, Double> scores = new HashMap<>();
    List<String> words = words(normal);
    for (LanguageProfile profile : profiles) {
      scores.put(profile.language(), profile.score(words));
    }
    return words.isEmpty() || scores.isEmpty() ? new Guess(languages.get(0), 0) : best(scores);
  }

  /// How many Han characters and how many other letters the text has; one with kana is Japanese
  /// and counts none.
  private static int[] letters(String text) {
    int han = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (Character.UnicodeScript.of(point)) {
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> {
          return new int[] {0, 0};
        }
        default -> other += Character.isLetter(point) ? 1 : 0;
      }
    }
    return new int[] {han, other};
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.split("\\s+")) {
      for (String word : part.split("[^\\p{IsLatin}\\p{M}']+")) {
        if (!word.isEmpty() && !isAddress(part)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /// Web and mail addresses are written alike in every language.
  private static boolean isAddress(String part) {
    return part.indexOf('@') > 0 || part.contains("://") || part.startsWith("www.");
  }

  /// The best language; the confidence is how far its probability is from pure chance.
  private Guess best(Map<String, Double> scores) {
    String best = languages.get(0);
    for (String language : languages) {
      if (at(scores, language) > at(scores, best)) {
        best = language;
      }
    }
    double sum = 0;
    for (String language : languages) {
      sum += StrictMath.exp(at(scores, language) - at(scores, best));
    }
    double chance = 1.0 / scores.size();
    double confidence = chance == 1 ? 1 : (1 / sum - chance) / (1 - chance);
    return new Guess(best, Math.max(0, confidence));
  }

  private static double at(Map<String, Double> scores, String language) {
    return scores.getOrDefault(language, Double.NEGATIVE_INFINITY);
  }
}
