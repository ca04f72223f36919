package dev.dragoman.core.understand.closed;

import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into folded words and remembers which clause and sentence each stands in, because
/// a comma ends the reach of a "not". Han characters are words of their own; of the emoji only
/// those that say yes or no are kept.
///
/// @param words folded: lower case, no accents, no apostrophes, drawn-out letters shortened
/// @param clauses number of the clause of each word, from 0
/// @param sentences number of the sentence of each word, from 0
/// @param asked numbers of the sentences that end in a question mark
record Words(
    List<String> words, List<Integer> clauses, List<Integer> sentences, List<Integer> asked) {
  /// Words that are read; what follows in a longer text is ignored.
  static final int MAX_WORDS = 50;

  private static final int MAX_CHARACTERS = 1_000;
  private static final String TELLING_EMOJI = "👍👎👌✅❌✔✖🙅🙆";

  static Words of(String text) {
    String head = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    return new Cutter(fold(head)).cut();
  }

  /// Lower case without accents and compatibility forms.
  static String fold(String text) {
    return Folding.withoutAccents(Folding.normal(text));
  }

  /// The words with one space between them.
  String joined() {
    return String.join(" ", words);
  }

  static boolean isHan(int point) {
    return point >= 0x2E80 && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }

  private static final class Cutter {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> clauses = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private int clause;
    private int sentence;

    Cutter(String text) {
      this.text = text;
    }

    Words cut() {
      int at = 0;
      while (at < text.length() && words.size() < MAX_WORDS) {
        int point = text.codePointAt(at);
        int next = at + Character.charCount(point);
        if (isHan(point)) {
          add(text.substring(at, next));
        } else if (Character.isLetterOrDigit(point)) {
          next = wordEnd(next);
          add(shortened(text.substring(at, next)));
        } else if (point > 0x2000 && TELLING_EMOJI.indexOf(point) >= 0) {
          add(text.substring(at, next));
        } else {
          mark(point, at);
        }
        at = next;
      }
      return new Words(
          List.copyOf(words), List.copyOf(clauses), List.copyOf(sentences), List.copyOf(asked));
    }

    private void add(String word) {
      words.add(word);
      clauses.add(clause);
      sentences.add(sentence);
    }

    private void mark(int point, int at) {
      switch (point) {
        case '?', '？' -> {
          asked.add(sentence);
          sentence++;
          clause++;
        }
        case '.', '!', '\n', '。', '！', '…' -> {
          sentence++;
          clause++;
        }
        case ',', ';', ':', '(', ')', '，', '、', '；', '：', '¿', '¡', '—', '–' -> clause++;
        case '-' -> clause += isSpaced(at) ? 1 : 0;
        default -> {}
      }
    }

    private boolean isSpaced(int at) {
      return at > 0
          && text.charAt(at - 1) == ' '
          && at + 1 < text.length()
          && text.charAt(at + 1) == ' ';
    }

    private int wordEnd(int from) {
      int at = from;
      while (at < text.length()) {
        int point = text.codePointAt(at);
        if (!isPart(point, at) || isHan(point)) {
          break;
        }
        at += Character.charCount(point);
      }
      return at;
    }

    /// Letters, digits, apostrophes inside a word, and what joins the digits of one number.
    private boolean isPart(int point, int at) {
      if (Character.isLetterOrDigit(point)
          || Character.getType(point) == Character.NON_SPACING_MARK) {
        return true;
      }
      boolean inside = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
      return switch (point) {
        case '\'', '’', '‘', '`' -> inside && Character.isLetter(text.charAt(at + 1));
        case '.', ':' ->
            inside
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        default -> false;
      };
    }

    /// "yesss" as "yes": three or more of one letter become one; apostrophes go.
    private static String shortened(String word) {
      StringBuilder kept = new StringBuilder(word.length());
      for (int i = 0; i < word.length(); i++) {
        char unit = word.charAt(i);
        if (unit == '\'' || unit == '’' || unit == '‘' || unit == '`') {
          continue;
        }
        boolean again = Character.isLetter(unit) && (repeats(word, i) || repeats(word, i - 1));
        if (!again || i == 0 || word.charAt(i - 1) != unit) {
          kept.append(unit);
        }
      }
      // a letter alone would be a place in a list
      return kept.length() == 1 && word.length() > 2
          ? kept.append(kept).toString()
          : kept.toString();
    }

    /// Whether the unit at `i` is the middle of three equal ones.
    private static boolean repeats(String word, int i) {
      return i > 0
          && i + 1 < word.length()
          && word.charAt(i) == word.charAt(i - 1)
          && word.charAt(i) == word.charAt(i + 1);
    }
  }
}
