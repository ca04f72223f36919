package dev.dragoman.core.understand.time;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the kinds of a grammar in one text. Each kind is sought at most once at each token and a
/// pattern spans few tokens, so the work grows with the length of the text and not faster. Used by
/// one thread, for one text.
final class Chart {
  /// Stands for every number written in digits or in Han characters where patterns are looked up.
  static final int ANY_NUMBER = -2;

  private static final int NOTHING = -3;
  private static final int MAX_FOUND = 8;
  private static final int MAX_DEPTH = 30;

  private final Grammar grammar;
  private final Tokens tokens;
  private final @Nullable LocalDateTime now;
  private final int[] ids;
  private final @Nullable List<Found>[][] memo;
  private final Numerals numerals;
  private int depth;
  private long steps;

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of lists cannot be created with their type
  Chart(Grammar grammar, Tokens tokens, @Nullable LocalDateTime now) {
    this.grammar = grammar;
    this.tokens = tokens;
    this.now = now;
    this.ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tokens.kind(i) == Tokens.Kind.NUMBER ? ANY_NUMBER : grammar.id(tokens.word(i));
    }
    this.memo = new List[grammar.kinds()][];
    this.numerals = new Numerals(this, grammar);
  }

  /// How many places of patterns were tried so far: the work done.
  long steps() {
    return steps;
  }

  Grammar grammar() {
    return grammar;
  }

  Tokens tokens() {
    return tokens;
  }

  Numerals numerals() {
    return numerals;
  }

  /// Whether the language has a use for the token: a number, or a word it knows.
  boolean speaksOf(int token) {
    return token < ids.length && ids[token] != -1;
  }

  int id(int token) {
    return token < ids.length ? ids[token] : NOTHING;
  }

  /// The token after these words when they stand here, else -1.
  int endOf(Phrase words, int token) {
    if (token + words.length() > ids.length) {
      return -1;
    }
    for (int i = 0; i < words.length(); i++) {
      if (ids[token + i] != words.id(i)) {
        return -1;
      }
    }
    return token + words.length();
  }

  /// What of a kind begins at a token, the longest first.
  @SuppressWarnings({"unchecked", "rawtypes"}) // see the constructor
  List<Found> at(Grammar.Ways ways, int token) {
    if (token >= ids.length) {
      return List.of();
    }
    List<Rule> rules = ways.byFirst.get(ids[token]);
    if (rules == null || depth > MAX_DEPTH) {
      return List.of();
    }
    @Nullable List<Found>[] known = memo[ways.index];
    if (known == null) {
      known = new List[ids.length];
      memo[ways.index] = known;
    }
    List<Found> found = known[token];
    if (found == null) {
      known[token] = List.of();
      depth++;
      found = seek(rules, token);
      depth--;
      known[token] = found;
    }
    return found;
  }

  private List<Found> seek(List<Rule> rules, int token) {
    List<Found> found = new ArrayList<>(2);
    for (Rule rule : rules) {
      new Match(rule, found).from(0, token, null, new Extent(-1, -1));
    }
    found.sort(Comparator.comparingInt(Found::end).reversed());
    return found.size() > MAX_FOUND ? found.subList(0, MAX_FOUND) : found;
  }

  /// Where a find starts and ends so far, as tokens; -1 while it has none.
  private record Extent(int start, int end) {
    Extent with(int from, int to) {
      return new Extent(start < 0 ? from : start, to);
    }
  }

  /// One pattern at one place.
  private final class Match {
    private final Rule rule;
    private final List<Found> into;

    Match(Rule rule, List<Found> into) {
      this.rule = rule;
      this.into = into;
    }

    void from(int place, int token, @Nullable Bound bound, Extent extent) {
      steps++;
      if (place == rule.elements().size()) {
        finish(bound, extent);
        return;
      }
      Rule.Element element = rule.elements().get(place);
      if (!element.glued() || tokens.glued(token)) {
        for (Rule.Alternative alternative : element.alternatives()) {
          switch (alternative) {
            case Phrase words -> words(words, place, token, bound, extent);
            case Rule.Slot slot -> slot(slot, place, token, bound, extent);
          }
        }
      }
      if (element.optional()) {
        from(place + 1, token, bound, extent);
      }
    }

    private void words(Phrase words, int place, int token, @Nullable Bound bound, Extent was) {
      int end = endOf(words, token);
      if (end > 0) {
        boolean context = rule.elements().get(place).context();
        from(place + 1, end, bound, context ? was : was.with(token, end));
      }
    }

    private void slot(Rule.Slot slot, int place, int token, @Nullable Bound bound, Extent was) {
      boolean context = rule.elements().get(place).context();
      for (Found found : slot.source().at(Chart.this, token)) {
        Bound more = new Bound(slot.name(), found.sense(), bound);
        from(
            place + 1,
            found.end(),
            context ? bound : more,
            context ? was : was.with(found.start(), found.end()));
      }
    }

    private void finish(@Nullable Bound bound, Extent extent) {
      if (extent.start() < 0) {
        return;
      }
      for (Found known : into) {
        if (known.end() == extent.end()) {
          return;
        }
      }
      boolean never = Bound.get(bound, Sense.Never.class) != null;
      Sense sense = never ? new Sense.Never() : rule.meaning().of(bound, now);
      if (sense != null) {
        into.add(new Found(extent.start(), extent.end(), sense));
      }
    }
  }
}
