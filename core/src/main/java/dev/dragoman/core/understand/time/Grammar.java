package dev.dragoman.core.understand.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words and patterns of one language, read from lines of two forms:
///
/// * `category value: word, several words` puts words into a category with a value;
/// * `kind MEANING = pattern` is a way to say a kind. A pattern is a row of elements: words with
///   `|` between alternatives and `_` between words, `<slot>` for a category, a number form or a
///   kind, `?` behind what may be missing, `[…]` around what must be there without belonging to
///   the find, `~` before what must follow without a gap.
///
/// Immutable once read and shared between threads.
final class Grammar {
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Map<String, Category> categories = new HashMap<>();
  private final Map<String, Ways> kinds = new HashMap<>();

  /// The ways to say one kind, by the word they begin with.
  static final class Ways {
    final int index;
    final List<Rule> rules = new ArrayList<>();
    final Map<Integer, List<Rule>> byFirst = new HashMap<>();

    Ways(int index) {
      this.index = index;
    }
  }

  private final Order order;
  private final Ways none = new Ways(0);

  Grammar(Order order, String source) {
    this.order = order;
    List<String> patterns = new ArrayList<>();
    for (String line : source.split("\n")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.contains(" = ")) {
        patterns.add(line);
        String kind = line.substring(0, line.indexOf(' '));
        kinds.computeIfAbsent(kind, name -> new Ways(kinds.size()));
      } else {
        readWords(line);
      }
    }
    patterns.forEach(this::readPattern);
    kinds.values().forEach(this::indexByFirst);
  }

  Order order() {
    return order;
  }

  int kinds() {
    return kinds.size();
  }

  /// Number of a word, -1 for one the language does not need for dates and times.
  int id(String word) {
    return vocabulary.getOrDefault(word, -1);
  }

  Category category(String name) {
    return categories.getOrDefault(name, Category.EMPTY);
  }

  /// The ways to say a kind; none where the language has no such kind.
  Ways ways(String kind) {
    return kinds.getOrDefault(kind, none);
  }

  private void readWords(String line) {
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).strip().split(" ");
    Category category = categories.computeIfAbsent(head[0], name -> new Category());
    for (String words : line.substring(colon + 1).split(",")) {
      category.add(phrase(words.strip().replace("comma", ",")), senseOf(head[1]));
    }
  }

  private static Sense senseOf(String text) {
    if (Character.isDigit(text.charAt(text.length() - 1))) {
      return Sense.Count.of(Integer.parseInt(text));
    }
    for (Unit unit : Unit.values()) {
      if (unit.name().equals(text)) {
        return new Sense.Measure(unit);
      }
    }
    return new Sense.Daytime(Part.valueOf(text));
  }

  private Phrase phrase(String words) {
    Tokens tokens = new Tokens(words);
    int[] ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = vocabulary.computeIfAbsent(tokens.word(i), word -> vocabulary.size());
    }
    return new Phrase(ids);
  }

  private void readPattern(String line) {
    int equals = line.indexOf(" = ");
    String[] head = line.substring(0, equals).strip().split(" ");
    List<Rule.Element> elements = new ArrayList<>();
    for (String element : line.substring(equals + 3).strip().split(" +")) {
      elements.add(readElement(element));
    }
    ways(head[0]).rules.add(new Rule(List.copyOf(elements), Meanings.named(head[1])));
  }

  private Rule.Element readElement(String text) {
    boolean optional = text.endsWith("?");
    String rest = optional ? text.substring(0, text.length() - 1) : text;
    boolean glued = rest.startsWith("~");
    rest = glued ? rest.substring(1) : rest;
    boolean context = rest.startsWith("[");
    rest = context ? rest.substring(1, rest.length() - 1) : rest;
    List<Rule.Alternative> alternatives = new ArrayList<>();
    for (String alternative : rest.split("\\|")) {
      alternatives.add(readAlternative(alternative));
    }
    return new Rule.Element(List.copyOf(alternatives), optional, context, glued);
  }

  private Rule.Alternative readAlternative(String text) {
    if (!text.startsWith("<")) {
      return phrase(text.replace('_', ' '));
    }
    String inside = text.substring(1, text.length() - 1);
    int at = inside.indexOf('@');
    String name = at < 0 ? inside : inside.substring(at + 1);
    String source = at < 0 ? inside : inside.substring(0, at);
    return new Rule.Slot(name, source, sourceOf(source));
  }

  private Rule.Source sourceOf(String name) {
    Numerals.Form form = Numerals.form(name);
    if (form != null) {
      return (chart, token) -> chart.numerals().at(form, token);
    }
    Ways ways = kinds.get(name);
    if (ways != null) {
      return (chart, token) -> chart.at(ways, token);
    }
    Category category = categories.get(name);
    if (category == null) {
      throw new IllegalArgumentException("no such slot: " + name);
    }
    return category::at;
  }

  private void indexByFirst(Ways ways) {
    for (Rule rule : ways.rules) {
      Set<Integer> firsts = new HashSet<>();
      collectFirsts(rule, firsts, new HashSet<>());
      for (int first : firsts) {
        ways.byFirst.computeIfAbsent(first, word -> new ArrayList<>()).add(rule);
      }
    }
  }

  private void collectFirsts(Rule rule, Set<Integer> firsts, Set<String> seen) {
    for (Rule.Element element : rule.elements()) {
      for (Rule.Alternative alternative : element.alternatives()) {
        switch (alternative) {
          case Phrase words -> firsts.add(words.first());
          case Rule.Slot slot -> collectFirsts(slot.from(), firsts, seen);
        }
      }
      if (!element.optional()) {
        return;
      }
    }
  }

  private void collectFirsts(String slot, Set<Integer> firsts, Set<String> seen) {
    if (!seen.add(slot)) {
      return;
    }
    Numerals.Form form = Numerals.form(slot);
    if (form != null) {
      firsts.add(Chart.ANY_NUMBER);
      for (String name : Numerals.CATEGORIES) {
        category(name).firsts(firsts);
      }
    } else if (kinds.containsKey(slot)) {
      ways(slot).rules.forEach(rule -> collectFirsts(rule, firsts, seen));
    } else {
      category(slot).firsts(firsts);
    }
  }
}
