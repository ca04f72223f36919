package dev.dragoman.core.understand.closed;

import dev.dragoman.core.bot.Question.Range;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.NumberSpan;
import dev.dragoman.core.understand.entity.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the range into which the number of a reply falls.
final class Ranges {
  private static final double SCORE = 0.95;

  /// What follows a number that counts something else: a measure, money, a time or a day.
  private static final Pattern UNIT =
      Pattern.compile(
          "\\s*(kg|kilos?|g|km|cm|mm?[23²³]?|lbs?|%|€|\\$|£|¥|:\\d|am|pm"
              + "|公斤|千克|克|厘米|米|月|号|號|日|点|點)(?![a-z])");

  private static final String SIGNS = "$€£¥#";

  private final List<@Nullable Range> ranges;
  private final List<String> labels;

  /// @param ranges of the answers in their order, null for one without
  /// @param labels of all answers: what they count in, replies may count in
  Ranges(List<@Nullable Range> ranges, List<String> labels) {
    this.ranges = ranges;
    this.labels = labels.stream().map(Words::fold).toList();
  }

  boolean any() {
    return ranges.stream().anyMatch(range -> range != null);
  }

  /// The answer whose range holds every number of the reply; a refusal when none does; null when
  /// the reply holds no number.
  @Nullable Verdict verdict(String reply, Reading reading, Language language) {
    List<NumberSpan> numbers =
        Numbers.find(reply, language).stream()
            .filter(each -> each.kind() != NumberSpan.Kind.ORDINAL)
            .filter(each -> !isArticle(reply, each, reading))
            .toList();
    if (numbers.isEmpty()) {
      return null;
    }
    int answer = Verdict.NOBODY;
    for (NumberSpan number : numbers) {
      int here = isValue(reply, number) ? holder(number, reading) : Verdict.NOBODY;
      if (here == Verdict.NOBODY || (answer != Verdict.NOBODY && answer != here)) {
        return Verdict.refuse(Verdict.NOBODY, 0);
      }
      answer = here;
    }
    return Verdict.accept(answer, SCORE, Rule.RANGE);
  }

  /// "Una casona": "a" counts nothing, unless the reply says nothing else.
  private static boolean isArticle(String reply, NumberSpan number, Reading reading) {
    if (number.value().compareTo(BigDecimal.ONE) != 0 || reading.isEmpty(0, reading.size())) {
      return false;
    }
    int word = reading.words.indexOf(Words.fold(reply.substring(number.start(), number.end())));
    return word >= 0 && reading.isEmpty(word);
  }

  /// Not part of a code ("B1234"), a time of day, or an amount of something measured ("25 kg")
  /// that the answers do not speak of.
  private boolean isValue(String reply, NumberSpan number) {
    char before = number.start() == 0 ? ' ' : reply.charAt(number.start() - 1);
    boolean code = Character.isLetterOrDigit(before) && !Words.isHan(before);
    if (code || before == ':' || before == '/') {
      return false;
    }
    String sign = SIGNS.indexOf(before) < 0 ? "" : Pattern.quote(String.valueOf(before));
    var unit = UNIT.matcher(Words.fold(reply.substring(number.end())));
    return (sign.isEmpty() || isInLabels(sign + "\\s*\\d"))
        && (!unit.lookingAt()
            || isInLabels("\\d\\s*" + Pattern.quote(unit.group(1)) + "(?![a-z])"));
  }

  private boolean isInLabels(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return labels.stream().anyMatch(label -> compiled.matcher(label).find());
  }

  /// The only answer whose range meets what the number and the words before it allow.
  private int holder(NumberSpan number, Reading reading) {
    double value = number.value().doubleValue();
    double low = value;
    double high = value;
    if (reading.has(Role.MORE, 0, reading.size())) {
      low = Math.floor(value) + 1;
      high = Double.MAX_VALUE;
    } else if (reading.has(Role.AT_LEAST, 0, reading.size())) {
      high = Double.MAX_VALUE;
    } else if (reading.has(Role.LESS, 0, reading.size())) {
      high = Math.ceil(value) - 1;
      low = -Double.MAX_VALUE;
    } else if (reading.has(Role.AT_MOST, 0, reading.size())) {
      low = -Double.MAX_VALUE;
    }
    int only = only(low, high);
    boolean between = only == Verdict.NOBODY && low == high;
    return between ? only(Math.floor(low), Math.floor(high)) : only;
  }

  private int only(double low, double high) {
    int only = Verdict.NOBODY;
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      if (range != null && meets(range, low, high)) {
        if (only != Verdict.NOBODY) {
          return Verdict.NOBODY;
        }
        only = i;
      }
    }
    return only;
  }

  private static boolean meets(Range range, double low, double high) {
    Double minimum = range.minimum();
    Double maximum = range.maximum();
    return (minimum == null || minimum <= high) && (maximum == null || maximum >= low);
  }
}
