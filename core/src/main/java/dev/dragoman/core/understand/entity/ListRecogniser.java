package dev.dragoman.core.understand.entity;

import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the values of a declared list by their names and synonyms, the longest first.
///
/// Case, accents and punctuation make no difference; a word of five letters or more may have one
/// typo (a letter too many, too few or wrong). Immutable; linear in the text.
public final class ListRecogniser implements Recogniser {
  private final String type;
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
  private final Typos typos;

  private record Entry(List<String> words, String value) {}

  private record Word(int start, int end, String folded) {}

  /// Prepares a list.
  public ListRecogniser(EntityList list) {
    this.type = list.name();
    list.synonymsByValue()
        .forEach(
            (value, synonyms) -> {
              add(value, value);
              synonyms.forEach(synonym -> add(synonym, value));
            });
    TreeSet<String> declared = new TreeSet<>();
    byFirstWord
        .values()
        .forEach(entries -> entries.forEach(entry -> declared.addAll(entry.words())));
    this.typos = new Typos(declared);
    byFirstWord
        .values()
        .forEach(
            entries ->
                entries.sort(
                    Comparator.comparingInt((Entry entry) -> entry.words().size())
                        .reversed()
                        .thenComparing(Entry::value)));
  }

  private void add(String name, String value) {
    List<String> words = words(name).stream().map(Word::folded).toList();
    if (words.isEmpty()) {
      return;
    }
    byFirstWord
        .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
        .add(new Entry(words, value));
  }

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    List<Word> words = words(text);
    List<EntitySpan> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Entry entry = match(words, at);
      if (entry == null) {
        at++;
        continue;
      }
      int last = at + entry.words().size() - 1;
      int start = words.get(at).start();
      int end = words.get(last).end();
      found.add(
          new EntitySpan(type, start, end, text.substring(start, end), entry.value(), Map.of()));
      at = last + 1;
    }
    return found;
  }

  private @Nullable Entry match(List<Word> words, int at) {
    Entry exact = match(words, at, words.get(at).folded());
    if (exact != null) {
      return exact;
    }
    for (String near : typos.near(words.get(at).folded())) {
      Entry entry = match(words, at, near);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private @Nullable Entry match(List<Word> words, int at, String first) {
    for (Entry entry : byFirstWord.getOrDefault(first, List.of())) {
      if (follows(entry.words(), words, at)) {
        return entry;
      }
    }
    return null;
  }

  private boolean follows(List<String> wanted, List<Word> words, int at) {
    if (at + wanted.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < wanted.size(); i++) {
      String given = words.get(at + i).folded();
      if (!given.equals(wanted.get(i)) && !Typos.isNear(given, wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int end = at + Character.charCount(point);
      if (Character.isIdeographic(point)) {
        add(text, at, end, words);
      } else if (isPart(point)) {
        while (end < text.length() && isPart(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        add(text, at, end, words);
      }
      at = end;
    }
    return words;
  }

  private static void add(String text, int start, int end, List<Word> words) {
    String folded = Folding.fold(text.substring(start, end));
    if (!folded.isEmpty()) {
      words.add(new Word(start, end, folded));
    }
  }

  private static boolean isPart(int point) {
    int type = Character.getType(point);
    return !Character.isIdeographic(point)
        && (Character.isLetterOrDigit(point)
            || type == Character.NON_SPACING_MARK
            || type == Character.OTHER_SYMBOL);
  }
}
