package dev.dragoman.core.understand;

import dev.dragoman.core.understand.text.Folding;
import java.util.List;

/// Guesses in which of a bot's languages a text is written, from its script, its everyday words
/// and its letter sequences. Made for the first messages of a conversation. The same text gives
/// the same guess on every machine. Immutable and thread-safe.
public final class LanguageGuess {
  private static final int MAX_CHARACTERS = 1_000;
  private static final double LATIN_TOO_MUCH = 4;

  /// Below are the Latin letters of every language told apart here, and no Han character.
  private static final int FIRST_FAR = 0x250;

  private static final boolean[] LATIN = latin();

  private final List<String> languages;

  /// Those of the languages that have a sample, by their place in the table.
  private final int[] profiled;

  private LanguageGuess(List<String> languages, int[] profiled) {
    this.languages = languages;
    this.profiled = profiled;
  }

  /// A guess.
  ///
  /// @param language ISO 639-1 code, one of the bot's
  /// @param confidence 0 when the text says nothing about its language, 1 when there is no doubt
  public record Guess(String language, double confidence) {}

  /// Prepares guessing among a bot's languages; en, es, fr, pt, de, it and zh can be told apart,
  /// others are never guessed unless the first.
  ///
  /// @param languages ISO 639-1 codes, at least one; the first is taken when nothing speaks for any
  /// @throws IllegalArgumentException without a language
  public static LanguageGuess among(List<String> languages) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("a bot has a language");
    }
    List<String> distinct = languages.stream().distinct().toList();
    int[] profiled =
        distinct.stream().mapToInt(LanguageTable.ALL::place).filter(place -> place >= 0).toArray();
    return new LanguageGuess(distinct, profiled);
  }

  /// The language of a text; of a long one only the first 1,000 characters count.
  public Guess guess(String text) {
    String head = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    String normal = Folding.normal(head);
    if (languages.contains("zh") && isChinese(normal)) {
      return new Guess("zh", 1);
    }
    double[] scores = new double[profiled.length];
    boolean read = read(normal, scores);
    return read && scores.length > 0 ? best(scores) : new Guess(languages.get(0), 0);
  }

  /// Whether a text has Han characters and few letters besides; one with kana is Japanese.
  private static boolean isChinese(String text) {
    int han = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < FIRST_FAR) {
        other += Character.isLetter(point) ? 1 : 0;
        continue;
      }
      switch (Character.UnicodeScript.of(point)) {
        case HAN -> han++;
        case HIRAGANA, KATAKANA -> {
          return false;
        }
        default -> other += Character.isLetter(point) ? 1 : 0;
      }
    }
    return han > 0 && han * LATIN_TOO_MUCH >= other;
  }

  /// Adds up what the words of a text say, in one pass; false when it has none.
  private boolean read(String text, double[] scores) {
    boolean any = false;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isSpace(text.charAt(end))) {
        end++;
      }
      if (end > at && !isAddress(text, at, end)) {
        any |= readPart(text, at, end, scores);
      }
      at = end + 1;
    }
    return any;
  }

  private boolean readPart(String text, int from, int to, double[] scores) {
    boolean any = false;
    int start = from;
    int at = from;
    while (at <= to) {
      int point = at < to ? text.codePointAt(at) : ' ';
      if (!isWordPart(point)) {
        if (at > start) {
          LanguageTable.ALL.score(text, start, at, profiled, scores);
          any = true;
        }
        start = at + Character.charCount(point);
      }
      at += Character.charCount(point);
    }
    return any;
  }

  /// The white space that separates words in every language told apart here.
  private static boolean isSpace(char unit) {
    return unit == ' ' || (unit >= '\t' && unit <= '\r');
  }

  private static boolean isWordPart(int point) {
    return point < LATIN.length ? LATIN[point] : isLatinOrMark(point);
  }

  private static boolean isLatinOrMark(int point) {
    return point == '\''
        || Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean[] latin() {
    boolean[] latin = new boolean[FIRST_FAR];
    for (int point = 0; point < latin.length; point++) {
      latin[point] = isLatinOrMark(point);
    }
    return latin;
  }

  /// Web and mail addresses are written alike in every language.
  private static boolean isAddress(String text, int from, int to) {
    int at = text.indexOf('@', from, to);
    int scheme = text.indexOf("://", from, to);
    return at > from || scheme >= 0 || text.startsWith("www.", from);
  }

  /// The best language; the confidence is how far its probability is from pure chance.
  private Guess best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double sum = 0;
    for (double score : scores) {
      sum += StrictMath.exp(score - scores[best]);
    }
    double chance = 1.0 / scores.length;
    double confidence = chance == 1 ? 1 : (1 / sum - chance) / (1 - chance);
    return new Guess(LanguageTable.ALL.language(profiled[best]), Math.max(0, confidence));
  }
}
