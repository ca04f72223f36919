package dev.dragoman.core.understand.intent;

import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Classes of words that stand for one another in what people ask for, across languages. A word
/// says its classes as extra features: with five examples of an intent most of the words that
/// will be used for it have not been seen, but a word of the same class often has. The examples
/// decide what a class is worth in a bot. Immutable and thread-safe.
final class Lexicon {
  private static final List<String> ENDINGS = List.of("", "s", "es", "d", "ed", "ing", "er");
  private static final long[] NONE = {};
  private static final int SHORTEST_STEM = 2;
  private static final Lexicon BUILT_IN = new Lexicon();

  private final FeatureTable words = new FeatureTable(4_096);
  private final FeatureTable stems = new FeatureTable(1_024);
  private final List<long[]> classesOfWords = new ArrayList<>();
  private final List<long[]> classesOfStems = new ArrayList<>();

  private Lexicon() {
    EnglishLexicon.CLASSES.lines().forEach(this::readInflected);
    RomanceLexicon.CLASSES.lines().forEach(this::read);
    GermanicLexicon.CLASSES.lines().forEach(this::read);
  }

  /// Adds the classes of a word in lower case and without accents; most words have none.
  static void addClasses(String word, FeatureBuffer features, float weight) {
    long hash = Hashing.start();
    for (int i = 0; i < word.length(); i++) {
      hash = Hashing.step(hash, word.charAt(i));
      if (i + 1 >= SHORTEST_STEM) {
        BUILT_IN.add(BUILT_IN.stems.find(hash), BUILT_IN.classesOfStems, features, weight);
      }
    }
    BUILT_IN.add(BUILT_IN.words.find(hash), BUILT_IN.classesOfWords, features, weight);
  }

  private void add(int found, List<long[]> classes, FeatureBuffer features, float weight) {
    for (long name : found < 0 ? NONE : classes.get(found)) {
      features.add(Hashing.key(FeatureKind.WORD_CLASS, name), weight);
    }
  }

  private void read(String line) {
    String[] entries = line.split(" ");
    long name = Hashing.of(entries[0]);
    for (int i = 1; i < entries.length; i++) {
      String entry = Folding.withoutAccents(entries[i]);
      if (entry.endsWith("*")) {
        String stem = entry.substring(0, entry.length() - 1);
        put(stems, classesOfStems, stem, name);
      } else {
        put(words, classesOfWords, entry, name);
      }
    }
  }

  private void readInflected(String line) {
    String[] entries = line.split(" ");
    long name = Hashing.of(entries[0]);
    for (String word : entries) {
      for (String ending : ENDINGS) {
        put(words, classesOfWords, word + ending, name);
      }
      String shorter = word.substring(0, word.length() - 1);
      if (word.endsWith("e")) {
        put(words, classesOfWords, shorter + "ing", name);
      }
      if (word.endsWith("y")) {
        put(words, classesOfWords, shorter + "ies", name);
        put(words, classesOfWords, shorter + "ied", name);
      }
    }
  }

  private static void put(FeatureTable table, List<long[]> classes, String word, long name) {
    int entry = table.add(Hashing.of(word));
    if (entry == classes.size()) {
      classes.add(NONE);
    }
    long[] before = classes.get(entry);
    if (Arrays.stream(before).noneMatch(known -> known == name)) {
      long[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = name;
      classes.set(entry, after);
    }
  }
}
