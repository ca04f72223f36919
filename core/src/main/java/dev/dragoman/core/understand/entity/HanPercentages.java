package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds shares of a hundred in Chinese: 百分之五, 五个百分点, 三成半, 八五折, 打对折.
final class HanPercentages {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  /// What 成 begins when it counts no tenths: 成功, 成为.
  private static final String NOT_TENTHS = "为為功立员員长長果就绩績都本分交型熟人语語了不";

  private record Share(BigDecimal value, int start, int end) {}

  private final Letters letters;
  private final BitSet taken = new BitSet();

  HanPercentages(Letters letters) {
    this.letters = letters;
  }

  List<EntitySpan> find(List<NumberSpan> numbers) {
    List<Share> shares = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < numbers.size(); i++) {
      Share share = share(numbers, i, last);
      if (share != null) {
        add(shares, share);
        last = share.end();
      }
    }
    addHalves(shares);
    return shares.stream()
        .sorted((one, other) -> Integer.compare(one.start(), other.start()))
        .map(this::span)
        .toList();
  }

  private @Nullable Share share(List<NumberSpan> numbers, int index, int bound) {
    NumberSpan number = numbers.get(index);
    if (number.start() < bound || number.kind() == NumberSpan.Kind.ORDINAL) {
      return null;
    }
    Share part = partOf(number, bound);
    if (part == null) {
      part = points(number);
    }
    if (part == null) {
      part = tenths(number);
    }
    return part == null ? discount(numbers, index, bound) : part;
  }

  /// 百分之五, 千分之三: the unit before 分之 says of how many.
  private @Nullable Share partOf(NumberSpan number, int bound) {
    int zhi = letters.skipSpacesBack(number.start()) - 1;
    int fen = letters.skipSpacesBack(Math.max(zhi, 0)) - 1;
    if (letters.at(zhi) != '之' || letters.at(fen) != '分') {
      return null;
    }
    BigDecimal whole = BigDecimal.ONE;
    int start = fen;
    for (int at = back(start); at >= bound && unit(at) > 1; at = back(start)) {
      whole = whole.multiply(BigDecimal.valueOf(unit(at)));
      start = at;
    }
    if (start == fen || unit(back(start)) == 0 || letters.isDigit(back(start))) {
      return null;
    }
    BigDecimal value = number.value().multiply(HUNDRED).divide(whole, Literals.PRECISION);
    boolean negative = letters.at(start - 1) == '负' || letters.at(start - 1) == '負';
    return negative
        ? new Share(value.negate(), start - 1, number.end())
        : new Share(value, start, number.end());
  }

  private int back(int at) {
    return letters.skipSpacesBack(at) - 1;
  }

  /// What a unit counts; 0 for a digit, 1 for anything else.
  private long unit(int at) {
    return switch (letters.at(at)) {
      case '百', '佰' -> 100;
      case '千', '仟' -> 1000;
      case '万', '萬' -> 10_000;
      case '十', '拾' -> 10;
      case '一', '二', '两', '兩', '三', '四', '五', '六', '七', '八', '九', '零', '壹' -> 0;
      default -> 1;
    };
  }

  /// 25%, 五个百分点.
  private @Nullable Share points(NumberSpan number) {
    int at = letters.skipSpaces(number.end());
    if (letters.at(at) == '%') {
      return new Share(number.value(), number.start(), at + 1);
    }
    if (letters.at(at) == '个' || letters.at(at) == '個') {
      at = letters.skipSpaces(at + 1);
    }
    for (char expected : new char[] {'百', '分', '点'}) {
      char here = letters.at(at) == '點' ? '点' : letters.at(at);
      if (here != expected) {
        return null;
      }
      at = expected == '点' ? at + 1 : letters.skipSpaces(at + 1);
    }
    return new Share(number.value(), number.start(), at);
  }

  /// 三成, 三成半.
  private @Nullable Share tenths(NumberSpan number) {
    int at = letters.skipSpaces(number.end());
    char next = letters.at(at + 1);
    if (letters.at(at) != '成' || NOT_TENTHS.indexOf(next) >= 0) {
      return null;
    }
    BigDecimal value = number.value().multiply(TEN);
    boolean half = next == '半';
    return new Share(half ? value.add(FIVE) : value, number.start(), half ? at + 2 : at + 1);
  }

  /// 八折, 八五折, 七 五 折; ten tenths are no discount.
  private @Nullable Share discount(List<NumberSpan> numbers, int index, int bound) {
    NumberSpan number = numbers.get(index);
    int at = letters.skipSpaces(number.end());
    if (letters.at(at) == '折') {
      return discount(number.value(), number.start(), at + 1);
    }
    if (index + 1 == numbers.size() || number.start() < bound) {
      return null;
    }
    NumberSpan next = numbers.get(index + 1);
    int end = letters.skipSpaces(next.end());
    boolean apart = letters.skipSpaces(number.end()) != next.start();
    boolean digits = number.value().compareTo(TEN) < 0 && next.value().compareTo(TEN) < 0;
    return apart || letters.at(end) != '折' || !digits
        ? null
        : discount(number.value().multiply(TEN).add(next.value()), number.start(), end + 1);
  }

  private static @Nullable Share discount(BigDecimal value, int start, int end) {
    if (value.signum() <= 0 || value.compareTo(HUNDRED) >= 0 || value.compareTo(TEN) == 0) {
      return null;
    }
    boolean tenths = value.compareTo(TEN) < 0;
    return new Share(tenths ? value.multiply(TEN) : value, start, end);
  }

  /// 半成, 打对折, 百分百, 百分之百: shares without a number.
  private void addHalves(List<Share> shares) {
    String text = letters.text;
    for (int i = 1; i < text.length(); i++) {
      char unit = text.charAt(i);
      char before = text.charAt(i - 1);
      if (unit == '成' && before == '半') {
        add(shares, new Share(FIVE, i - 1, i + 1));
      } else if (unit == '折' && (before == '对' || before == '對') && letters.at(i - 2) == '打') {
        add(shares, new Share(FIVE.multiply(TEN), i - 1, i + 1));
      } else if (unit == '百' && letters.has(i - 3, "百分之")) {
        add(shares, new Share(HUNDRED, i - 3, i + 1));
      } else if (unit == '百' && letters.has(i - 2, "百分")) {
        add(shares, new Share(HUNDRED, i - 2, i + 1));
      }
    }
  }

  private void add(List<Share> shares, Share share) {
    int next = taken.nextSetBit(share.start());
    if (next < 0 || next >= share.end()) {
      taken.set(share.start(), share.end());
      shares.add(share);
    }
  }

  private EntitySpan span(Share share) {
    String part = letters.text.substring(share.start(), share.end());
    String value = NumberText.of(share.value()) + "%";
    return new EntitySpan(
        PercentageRecogniser.TYPE, share.start(), share.end(), part, value, Map.of());
  }
}
