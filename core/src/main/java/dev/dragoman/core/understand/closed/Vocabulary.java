package dev.dragoman.core.understand.closed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a question's answers with what each tells: a word of one answer tells all, a word
/// of every answer next to nothing. Immutable.
final class Vocabulary {
  private static final long NO_LETTERS = 0;
  private static final double NEARLY = 0.75;
  private static final double SOUNDS = 0.92;

  private final Map<String, Integer> ids = new HashMap<>();
  private final Lexicon lexicon;
  private final String[] words;
  private final String[] sounds;
  private final double[] weights;
  private final long[] letters;

  /// @param wordsOfAnswers the words of each answer, in the order of the answers
  Vocabulary(List<Set<String>> wordsOfAnswers, Lexicon lexicon) {
    this.lexicon = lexicon;
    Map<String, Integer> answersWith = new HashMap<>();
    for (Set<String> each : wordsOfAnswers) {
      for (String word : each) {
        ids.putIfAbsent(word, ids.size());
        answersWith.merge(word, 1, Integer::sum);
      }
    }
    words = new String[ids.size()];
    sounds = new String[ids.size()];
    weights = new double[ids.size()];
    letters = new long[ids.size()];
    double all = wordsOfAnswers.size() + 1.0;
    ids.forEach(
        (word, id) -> {
          words[id] = word;
          sounds[id] = lexicon.sound(word);
          letters[id] = lettersOf(sounds[id]);
          weights[id] =
              StrictMath.log(all / answersWith.getOrDefault(word, 1)) / StrictMath.log(all);
        });
  }

  static Set<String> setOf(List<List<String>> phrases) {
    Set<String> words = new HashSet<>();
    phrases.forEach(words::addAll);
    return words;
  }

  int size() {
    return words.length;
  }

  /// The number of a word of the vocabulary.
  int id(String word) {
    return ids.getOrDefault(word, -1);
  }

  /// What a word tells, 0..1.
  double weight(int id) {
    return weights[id];
  }

  /// 1 for the word itself, 0 for all others.
  double[] only(String word) {
    double[] alike = new double[words.length];
    Integer known = ids.get(word);
    if (known != null) {
      alike[known] = 1;
    }
    return alike;
  }

  /// How alike a word of a reply is to each word of the vocabulary. One of the vocabulary itself
  /// is less like the others, the less it tells.
  double[] likeness(String word) {
    double[] alike = only(word);
    Integer known = ids.get(word);
    String sound = lexicon.sound(word);
    long own = lettersOf(sound);
    for (int id = 0; id < words.length; id++) {
      if (alike[id] == 0 && mayBeAlike(own, letters[id])) {
        double like =
            sound.length() > 3 && sound.equals(sounds[id]) ? SOUNDS : Likeness.of(word, words[id]);
        alike[id] = known == null ? like : Math.min(like, NEARLY) * weights[known];
      }
    }
    return alike;
  }

  /// Whether one has at least three quarters of the other's letters.
  private static boolean mayBeAlike(long a, long b) {
    int fewer = Math.min(Long.bitCount(a), Long.bitCount(b));
    return fewer > 1 && Long.bitCount(a & b) * 4 >= fewer * 3;
  }

  /// A set of the word's letters: words with few letters in common need no closer look.
  private static long lettersOf(String word) {
    long set = NO_LETTERS;
    for (int i = 0; i < word.length(); i++) {
      set |= 1L << (word.charAt(i) & 63);
    }
    return set;
  }
}
