package dev.dragoman.core.understand.closed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words and fixed phrases of one language that carry a [Role], and its small numbers.
/// Immutable.
final class Lexicon {
  private static final Map<String, Lexicon> BY_LANGUAGE =
      Map.of(
          "en", English.lexicon(),
          "es", Spanish.lexicon(),
          "fr", French.lexicon(),
          "pt", Portuguese.lexicon(),
          "zh", Chinese.lexicon());
  private static final Lexicon NEUTRAL = new Builder().build();

  private final Map<String, List<Entry>> byFirst;
  private final Map<String, Integer> numbers;
  private final List<String[]> sounds;

  private Lexicon(
      Map<String, List<Entry>> byFirst, Map<String, Integer> numbers, List<String[]> sounds) {
    this.sounds = sounds;
    this.byFirst = byFirst;
    this.numbers = numbers;
  }

  /// The lexicon of a language; of one without, the emoji that say yes and no.
  static Lexicon of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NEUTRAL);
  }

  /// The longest entry that begins at a word, or null.
  @Nullable Entry at(List<String> words, int from) {
    List<Entry> entries = byFirst.get(words.get(from));
    if (entries != null) {
      for (Entry entry : entries) {
        if (entry.matches(words, from)) {
          return entry;
        }
      }
    }
    return null;
  }

  /// What the word counts or its place in an order, 1 to 12; 0 when it is no such word.
  int number(String word) {
    return numbers.getOrDefault(word, 0);
  }

  /// The word spelt as it sounds, so that usual misspellings fall together: "bentanilla".
  String sound(String word) {
    String sound = word;
    for (String[] pair : sounds) {
      sound = sound.replace(pair[0], pair[1]);
    }
    return sound;
  }

  /// A phrase and its roles.
  record Entry(List<String> words, int roles) {
    boolean matches(List<String> text, int from) {
      if (from + words.size() > text.size()) {
        return false;
      }
      for (int i = 1; i < words.size(); i++) {
        if (!words.get(i).equals(text.get(from + i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// Collects the words of a language. Not thread-safe.
  static final class Builder {
    private final Map<List<String>, Integer> roles = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String[]> sounds = new ArrayList<>();

    Builder() {
      add(Role.YES, "👍, 👌, ✅, ✔, 🙆");
      add(Role.NO, "👎, ❌, ✖, 🙅");
    }

    /// Phrases separated by commas or line ends; one given twice has both roles.
    Builder add(Role role, String phrases) {
      for (String phrase : phrases.split("[,\n]")) {
        List<String> words = Words.of(phrase).words();
        if (!words.isEmpty()) {
          roles.merge(words, role.bit(), (a, b) -> a | b);
        }
      }
      return this;
    }

    /// Words for 1, 2, 3 … in this order, the forms of one number separated by `/`.
    Builder numbers(String inOrder) {
      String[] each = inOrder.split(",");
      for (int i = 0; i < each.length; i++) {
        for (String form : each[i].split("/")) {
          numbers.put(Words.fold(form.strip()), i + 1);
        }
      }
      return this;
    }

    /// Spellings that sound the same, as `written:plain` pairs, replaced one after another.
    Builder sounds(String pairs) {
      for (String pair : pairs.split(",")) {
        sounds.add(
            new String[] {
              pair.substring(0, pair.indexOf(':')).strip(),
              pair.substring(pair.indexOf(':') + 1).strip()
            });
      }
      return this;
    }

    Lexicon build() {
      Map<String, List<Entry>> byFirst = new HashMap<>();
      roles.forEach(
          (words, bits) ->
              byFirst
                  .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                  .add(new Entry(words, bits)));
      Comparator<Entry> longestFirst = Comparator.comparingInt(entry -> -entry.words().size());
      byFirst.values().forEach(entries -> entries.sort(longestFirst));
      return new Lexicon(Map.copyOf(byFirst), Map.copyOf(numbers), List.copyOf(sounds));
    }
  }
}
