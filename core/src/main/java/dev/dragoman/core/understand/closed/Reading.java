package dev.dragoman.core.understand.closed;

import java.util.ArrayList;
import java.util.List;

/// A text read with the words of one language: what each word does, what is asked, what is negated.
/// Immutable after construction.
final class Reading {
  private static final int MAX_NEGATED = 5;
  private static final int EMPTY = Role.bits(Role.FILLER, Role.FUNCTION);
  private static final int BEFORE_QUESTION =
      Role.bits(Role.FILLER, Role.CORRECTION, Role.BUT, Role.YES, Role.NO);

  /// A phrase of the lexicon as it stands in the text; `to` is exclusive.
  record Span(int from, int to, int roles) {
    boolean has(Role role) {
      return role.in(roles);
    }
  }

  final List<String> words;
  final List<Span> spans;
  private final Words text;
  private final int[] roles;
  private final boolean[] asked;
  private final boolean[] negated;

  Reading(Words text, Lexicon lexicon) {
    this.text = text;
    this.words = text.words();
    this.roles = new int[words.size()];
    this.asked = new boolean[words.size()];
    this.negated = new boolean[words.size()];
    this.spans = List.copyOf(spans(lexicon));
    markQuestions();
    markNegated();
  }

  int size() {
    return words.size();
  }

  boolean has(int word, Role role) {
    return role.in(roles[word]);
  }

  /// Whether the word says nothing by itself: politeness, padding or grammar.
  boolean isEmpty(int word) {
    return (roles[word] & EMPTY) != 0;
  }

  /// Whether the word stands in a question that is no request.
  boolean isAsked(int word) {
    return asked[word];
  }

  /// Whether a negation before it in its clause reaches the word.
  boolean isNegated(int word) {
    return negated[word];
  }

  int clause(int word) {
    return text.clauses().get(word);
  }

  int sentence(int word) {
    return text.sentences().get(word);
  }

  /// Whether a clause begins with this word.
  boolean beginsClause(int word) {
    return word == 0 || clause(word) != clause(word - 1) || has(word, Role.BUT);
  }

  /// The end of the clause in which the word stands, exclusive.
  int endOfClause(int word) {
    int at = word + 1;
    while (at < size() && !beginsClause(at)) {
      at++;
    }
    return at;
  }

  /// Whether all words from `from` up to `to` say nothing.
  boolean isEmpty(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a phrase with the role stands between `from` and `to`.
  boolean has(Role role, int from, int to) {
    for (Span span : spans) {
      if (span.has(role) && span.from() >= from && span.to() <= to) {
        return true;
      }
    }
    return false;
  }

  private List<Span> spans(Lexicon lexicon) {
    List<Span> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Lexicon.Entry entry = lexicon.at(words, at);
      int end = entry == null ? at + 1 : at + entry.words().size();
      if (entry != null && staysInSentence(at, end)) {
        found.add(new Span(at, end, entry.roles()));
        for (int i = at; i < end; i++) {
          roles[i] = entry.roles();
        }
      } else {
        end = at + 1;
      }
      at = end;
    }
    return found;
  }

  private boolean staysInSentence(int from, int to) {
    return clause(from) == clause(to - 1);
  }

  /// A clause is asked when it begins like a question, or when its sentence ends in a question
  /// mark and no later clause of it begins like one. A request is none.
  private void markQuestions() {
    for (int at = 0; at < size(); ) {
      int end = endOfSentence(at);
      boolean marked = text.asked().contains(sentence(at));
      int from = beginOfQuestion(at, end);
      if (from < 0 && marked) {
        from = has(Role.REQUEST, at, end) ? -1 : at;
      }
      for (int i = from; from >= 0 && i < end; i++) {
        asked[i] = true;
      }
      at = end;
    }
  }

  private int endOfSentence(int word) {
    int at = word + 1;
    while (at < size() && sentence(at) == sentence(word)) {
      at++;
    }
    return at;
  }

  private int beginOfQuestion(int from, int to) {
    boolean open = false;
    for (Span span : spans) {
      if (span.from() < from || span.to() > to) {
        continue;
      }
      open = beginsClause(span.from()) || (open && follows(span));
      if (open && span.has(Role.QUESTION)) {
        return span.from();
      }
      open &= (span.roles() & BEFORE_QUESTION) != 0;
    }
    return -1;
  }

  private boolean follows(Span span) {
    return span.from() > 0 && roles[span.from() - 1] != 0;
  }

  private void markNegated() {
    for (Span span : spans) {
      if (span.has(Role.NEGATION)) {
        int end = Math.min(endOfClause(span.to() - 1), span.to() + MAX_NEGATED);
        for (int i = span.to(); i < end; i++) {
          negated[i] = true;
        }
      }
    }
  }
}
