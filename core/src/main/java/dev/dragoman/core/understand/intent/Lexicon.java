package dev.dragoman.core.understand.intent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Classes of words that stand for one another in what people ask for. A word says its classes as
/// extra features: with five examples of an intent most of the words that will be used for it have
/// not been seen, but a word of the same class often has. The examples decide what a class is
// worth.
final class Lexicon {
  private static final List<String> ENDINGS = List.of("", "s", "es", "d", "ed", "ing", "er");
  private static final int[] NONE = {};

  private final Map<String, int[]> classes = new HashMap<>();

  private static final Lexicon BUILT_IN = new Lexicon();

  private Lexicon() {
    int number = 1;
    for (String line : EnglishLexicon.CLASSES.lines().toList()) {
      for (String word : line.split(" ")) {
        for (String ending : ENDINGS) {
          put(word + ending, number);
        }
        if (word.endsWith("e")) {
          put(word.substring(0, word.length() - 1) + "ing", number);
        }
        if (word.endsWith("y")) {
          put(word.substring(0, word.length() - 1) + "ies", number);
          put(word.substring(0, word.length() - 1) + "ied", number);
        }
      }
      number++;
    }
  }

  /// Numbers of the classes of a word in lower case and without accents; usually none.
  static int[] classesOf(String word) {
    return BUILT_IN.classes.getOrDefault(word, NONE);
  }

  private void put(String word, int number) {
    int[] before = classes.getOrDefault(word, NONE);
    for (int known : before) {
      if (known == number) {
        return;
      }
    }
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = number;
    classes.put(word, after);
  }
}
