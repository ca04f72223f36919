package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The number slots of patterns: days, hours, minutes, years, counts, in digits or in words.
final class Numerals {
  /// Categories a number in words may begin with.
  static final List<String> CATEGORIES =
      List.of("num", "mult", "ord", "article", "few", "half", "han");

  private static final int MOST_WORDS = 9;

  /// What a slot accepts.
  enum Form {
    /// A whole number.
    N,
    /// A count: whole, with a fraction, "a", "a few", "half a".
    Q,
    /// 1..31, as a number or an ordinal.
    DAY,
    /// An ordinal.
    ORD,
    /// A year: four digits, or in words.
    YEAR,
    /// A year of two digits.
    YEAR2,
    /// 0..24.
    HOUR,
    /// 0..24 in digits.
    HOURD,
    /// 0..59.
    MIN,
    /// 0..59 in two digits.
    MIN2,
    /// 0..59 in words or in two digits.
    MINS,
    /// A month in digits.
    MM,
    /// Hour and minute without a sign between: 340.
    HMM,
    /// A date in digits with its year.
    NUMDATE,
    /// Day and month with a slash.
    SLASHPAIR,
    /// Day and month with a point or dash.
    DOTPAIR,
    /// 7:30.
    CLOCK,
    /// 7:30:15.
    CLOCKS,
    /// Nothing, where a clause may end: before a sign, or a word that does not count things.
    END
  }

  private final Map<Form, @Nullable List<Found>[]> memo = new EnumMap<>(Form.class);
  private final Chart chart;
  private final Category words;
  private final Category multipliers;
  private final Category ordinals;
  private final Category suffixes;
  private final Category joiners;
  private final Category articles;
  private final Category few;
  private final Category halves;
  private final Category units;
  private final Category things;
  private final DigitForms digits;

  Numerals(Chart chart, Grammar grammar) {
    this.chart = chart;
    words = grammar.category("num");
    multipliers = grammar.category("mult");
    ordinals = grammar.category("ord");
    suffixes = grammar.category("suffix");
    joiners = grammar.category("numjoin");
    articles = grammar.category("article");
    few = grammar.category("few");
    halves = grammar.category("half");
    units = grammar.category("unit");
    things = grammar.category("thing");
    digits = new DigitForms(chart.tokens(), grammar.order());
  }

  static @Nullable Form form(String name) {
    for (Form form : Form.values()) {
      if (form.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
        return form;
      }
    }
    return null;
  }

  /// What of a form begins at a token.
  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of lists cannot be created with their type
  List<Found> at(Form form, int token) {
    if (form == Form.END) {
      return clauseEnds(token) ? List.of(count(token, token, 0)) : List.of();
    }
    if (!chart.speaksOf(token)) {
      return List.of();
    }
    @Nullable List<Found>[] known = memo.get(form);
    if (known == null) {
      known = new List[chart.tokens().size()];
      memo.put(form, known);
    }
    List<Found> found = known[token];
    if (found == null) {
      found = seek(form, token);
      known[token] = found;
    }
    return found;
  }

  private List<Found> seek(Form form, int token) {
    return switch (form) {
      case N -> within(whole(token), 0, Integer.MAX_VALUE);
      case Q -> counts(token);
      case DAY -> days(token);
      case ORD -> ordinal(token);
      case YEAR -> years(token);
      case YEAR2 -> digits.between(token, 2, 0, 99);
      case HOUR -> within(hours(token), 0, 24);
      case HOURD -> chart.tokens().digits(token) > 0 ? within(hours(token), 0, 24) : List.of();
      case MIN -> within(hours(token), 0, 59);
      case MIN2 -> digits.between(token, 2, 0, 59);
      case MINS -> chart.tokens().digits(token) == 1 ? List.of() : within(hours(token), 0, 59);
      case MM -> within(whole(token), 1, 12);
      case HMM -> digits.hourMinute(token);
      case NUMDATE -> digits.date(token);
      case SLASHPAIR -> digits.pair(token, "/");
      case DOTPAIR -> digits.pair(token, ".-");
      case CLOCK -> digits.clock(token, false);
      case CLOCKS -> digits.clock(token, true);
      case END -> List.of();
    };
  }

  private boolean clauseEnds(int token) {
    if (token >= chart.tokens().size() || chart.tokens().is(token, Tokens.Kind.HAN)) {
      return true;
    }
    if (chart.tokens().is(token, Tokens.Kind.SYMBOL)) {
      return !"%$€£°#".contains(chart.tokens().word(token));
    }
    return chart.id(token) >= 0
        && units.at(chart, token).isEmpty()
        && things.at(chart, token).isEmpty();
  }

  private static List<Found> within(List<Found> found, int least, int most) {
    if (found.isEmpty()) {
      return found;
    }
    List<Found> kept = new ArrayList<>(found.size());
    for (Found one : found) {
      int value = one.sense() instanceof Sense.Count count ? count.whole() : -1;
      if (value >= least && value <= most) {
        kept.add(one);
      }
    }
    return kept;
  }

  private List<Found> hours(int token) {
    return chart.tokens().number(token) >= 0 && chart.tokens().digits(token) > 2
        ? List.of()
        : whole(token);
  }

  private List<Found> whole(int token) {
    if (chart.tokens().is(token, Tokens.Kind.HAN)) {
      return HanNumerals.at(chart.tokens(), token);
    }
    int number = chart.tokens().number(token);
    return number >= 0 ? List.of(count(token, token + 1, number)) : inWords(token);
  }

  /// Every number that begins here and is written in words, the longest first.
  private List<Found> inWords(int token) {
    if (chart.id(token) < 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>(2);
    long total = 0;
    long group = 0;
    int at = token;
    for (int step = 0; step < MOST_WORDS; step++) {
      int from = found.isEmpty() ? at : afterJoiner(at, group, total);
      Found multiplier = first(multipliers, at);
      Found word = first(words, from);
      if (multiplier != null && value(multiplier) > group) {
        long times = Math.max(1, group) * value(multiplier);
        boolean thousands = value(multiplier) >= 1000;
        total = thousands ? total + times : total;
        group = thousands ? 0 : times;
        at = multiplier.end();
      } else if (word != null && fits(group, total, value(word))) {
        group += value(word);
        at = word.end();
      } else {
        break;
      }
      found.addFirst(count(token, at, total + group));
    }
    return found;
  }

  private int afterJoiner(int at, long group, long total) {
    for (Found joiner : joiners.at(chart, at)) {
      Found word = first(words, joiner.end());
      if (word != null && fits(group, total, value(word))) {
        return joiner.end();
      }
    }
    return at;
  }

  private static boolean fits(long group, long total, long more) {
    if (group == 0) {
      return total == 0 || (more > 0 && more < 1000);
    }
    long rest = group % 100;
    if (rest == 0) {
      return more > 0 && more < 100;
    }
    boolean ones = more > 0 && more < 10 && rest % 10 == 0 && rest >= 20;
    return ones || (more >= 10 && more < 20 && (rest == 60 || rest == 80));
  }

  private List<Found> counts(int token) {
    List<Found> found = new ArrayList<>(digits.decimal(token));
    found.addAll(whole(token));
    for (Category category : List.of(articles, few)) {
      found.addAll(category.at(chart, token));
    }
    for (Found half : halves.at(chart, token)) {
      found.add(new Found(token, half.end(), new Sense.Count(new BigDecimal("0.5"))));
    }
    return found;
  }

  private List<Found> days(int token) {
    List<Found> found = new ArrayList<>(ordinal(token));
    found.addAll(hours(token));
    return within(found, 1, 31);
  }

  private List<Found> ordinal(int token) {
    List<Found> found = new ArrayList<>(ordinals.at(chart, token));
    int number = chart.tokens().number(token);
    if (number >= 0 && chart.tokens().glued(token + 1)) {
      for (Found suffix : suffixes.at(chart, token + 1)) {
        found.add(count(token, suffix.end(), number));
      }
    }
    Found tens = number >= 0 ? null : first(words, token);
    tens = tens == null ? first(ordinals, token) : tens;
    if (tens != null && value(tens) >= 10 && value(tens) % 10 == 0) {
      Found ones = first(ordinals, tens.end());
      for (Found joiner : joiners.at(chart, tens.end())) {
        ones = ones == null ? first(ordinals, joiner.end()) : ones;
      }
      if (ones != null && value(ones) < 10 && value(ones) > 0) {
        found.add(count(token, ones.end(), value(tens) + value(ones)));
      }
    }
    return found;
  }

  private List<Found> years(int token) {
    if (chart.tokens().is(token, Tokens.Kind.NUMBER)) {
      return digits.between(token, 4, 1500, 2199);
    }
    List<Found> found = new ArrayList<>(2);
    for (Found one : whole(token)) {
      int value = (int) value(one);
      if (value >= 100 && value < 3000) {
        found.add(one);
      }
      if (value >= 10 && value <= 20) {
        for (Found rest : within(whole(one.end()), 10, 99)) {
          found.add(count(token, rest.end(), 100L * value + value(rest)));
        }
      }
    }
    return found;
  }

  private @Nullable Found first(Category category, int token) {
    List<Found> found = category.at(chart, token);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static long value(Found found) {
    return found.sense() instanceof Sense.Count count ? count.value().longValue() : -1;
  }

  private static Found count(int start, int end, long value) {
    return new Found(start, end, Sense.Count.of(value));
  }
}
