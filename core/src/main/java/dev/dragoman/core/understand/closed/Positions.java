package dev.dragoman.core.understand.closed;

import org.jspecify.annotations.Nullable;

/// Reads a reply that says nothing but a place in the list: "2", "la segunda", "the last one", "b".
final class Positions {
  private static final double BY_NUMBER = 0.97;
  private static final double BY_LETTER = 0.9;

  private Positions() {}

  /// The answer at that place; a refusal when there is no such place; null when no place is said.
  static @Nullable Verdict verdict(Reading reading, Lexicon lexicon, int answers) {
    int place = letter(reading);
    if (place > 0) {
      return place > answers ? null : Verdict.accept(place - 1, BY_LETTER, Rule.POSITION);
    }
    place = place(reading, lexicon, answers);
    if (place == 0) {
      return null;
    }
    return place < 1 || place > answers
        ? Verdict.refuse(Verdict.NOBODY, 0)
        : Verdict.accept(place - 1, BY_NUMBER, Rule.POSITION);
  }

  private static int letter(Reading reading) {
    int last = reading.size() - 1;
    if (last > 1 || (last == 1 && !reading.has(0, Role.OPTION))) {
      return 0;
    }
    String word = reading.words.get(last);
    boolean letter = word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
    return letter ? word.charAt(0) - 'a' + 1 : 0;
  }

  /// The only place named in the reply, -1 for one that no list has, 0 when there is none or
  /// anything else is said.
  private static int place(Reading reading, Lexicon lexicon, int answers) {
    int place = 0;
    int articles = 0;
    for (int i = 0; i < reading.size(); i++) {
      int here = placeAt(reading, i, lexicon, answers);
      boolean article = reading.isEmpty(i) && here == 1;
      if (reading.isAsked(i) || reading.isNegated(i) || reading.has(i, Role.NEGATION)) {
        return 0;
      }
      if (article) {
        articles++;
      } else if (here != 0) {
        if (place != 0 && place != here) {
          return 0;
        }
        place = here;
      } else if (!reading.isEmpty(i) && !reading.has(i, Role.OPTION)) {
        return 0;
      }
    }
    boolean one = place == 0 && articles == 1 && reading.size() == 1;
    return one ? 1 : place;
  }

  private static int placeAt(Reading reading, int word, Lexicon lexicon, int answers) {
    if (reading.has(word, Role.LAST)) {
      return answers;
    }
    if (reading.has(word, Role.MIDDLE)) {
      return answers % 2 == 1 ? answers / 2 + 1 : 0;
    }
    String text = reading.words.get(word);
    if (isDigits(text)) {
      return text.length() > 3 || Integer.parseInt(text) == 0 ? -1 : Integer.parseInt(text);
    }
    return lexicon.number(text);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
