package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.words.EnglishWords;
import dev.dragoman.core.understand.entity.words.FrenchWords;
import dev.dragoman.core.understand.entity.words.PortugueseWords;
import dev.dragoman.core.understand.entity.words.SpanishWords;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How one language writes numbers.
///
/// @param words its number words
/// @param decimal the mark before decimals
/// @param group the mark between thousands
/// @param habits what else it does
record Grammar(WordTable<Lexeme> words, char decimal, char group, Set<Habit> habits) {
  /// A way of joining number words that some languages have.
  enum Habit {
    /// "twenty and three": the joining word stands between tens and units.
    AND_AFTER_TENS,
    /// "one hundred and three": the joining word stands after hundreds.
    AND_AFTER_HUNDREDS,
    /// "one hundred and three quarters" is 100.75 and not 103/4.
    AND_BEFORE_PART,
    /// "thirty-fifths" is one word for 1/35 and not 30/5.
    TENS_JOIN_ORDINAL,
    /// "quatre-vingt-dix".
    VIGESIMAL,
    /// "two million thousand": a larger scale counts all that stands below it.
    LARGER_SCALE_GATHERS,
    /// A fraction of more than one part needs the plural: "three fifths".
    PLURAL_PARTS,
    /// Words are written together: "treintaicincoavos".
    COMPOUNDS
  }

  private static final Grammar DIGITS =
      new Grammar(Lexicon.of("suffix: ~k=1e3 ~m=1e6 ~g=1e9"), '.', ',', Set.of());
  private static final Map<Language, Grammar> ALL =
      Map.of(
          Language.EN,
          new Grammar(
              Lexicon.of(EnglishWords.NUMBERS),
              '.',
              ',',
              EnumSet.of(
                  Habit.AND_AFTER_HUNDREDS,
                  Habit.AND_BEFORE_PART,
                  Habit.TENS_JOIN_ORDINAL,
                  Habit.PLURAL_PARTS)),
          Language.ES,
          new Grammar(
              Lexicon.of(SpanishWords.NUMBERS),
              ',',
              '.',
              EnumSet.of(Habit.AND_AFTER_TENS, Habit.LARGER_SCALE_GATHERS, Habit.COMPOUNDS)),
          Language.FR,
          new Grammar(
              Lexicon.of(FrenchWords.NUMBERS),
              ',',
              '.',
              EnumSet.of(
                  Habit.AND_AFTER_TENS,
                  Habit.AND_AFTER_HUNDREDS,
                  Habit.AND_BEFORE_PART,
                  Habit.TENS_JOIN_ORDINAL,
                  Habit.VIGESIMAL)),
          Language.PT,
          new Grammar(
              Lexicon.of(PortugueseWords.NUMBERS),
              ',',
              '.',
              EnumSet.of(Habit.AND_AFTER_TENS, Habit.AND_AFTER_HUNDREDS)));

  /// The grammar of a language; of one without, that of digits.
  static Grammar of(Language language) {
    return ALL.getOrDefault(language, DIGITS);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }
}
