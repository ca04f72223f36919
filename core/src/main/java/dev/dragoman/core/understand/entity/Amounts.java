package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.CurrencyWords.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins the numbers of one text with the currencies before and after them.
final class Amounts {
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private record Amount(BigDecimal value, Currency currency, int start, int end, boolean prefixed) {
    Amount plus(BigDecimal part, int newEnd) {
      return new Amount(value.add(part), currency, start, newEnd, prefixed);
    }

    Amount times(BigDecimal scale, int newEnd) {
      return new Amount(value.multiply(scale), currency, start, newEnd, prefixed);
    }
  }

  private final Letters letters;
  private final List<NumberSpan> numbers;
  private final Grammar grammar;
  private final CurrencyWords words;

  Amounts(Letters letters, Language language, List<NumberSpan> numbers) {
    this.letters = letters;
    this.numbers = numbers;
    this.grammar = Grammar.of(language);
    this.words = new CurrencyWords(letters, Currencies.of(language));
  }

  List<EntitySpan> find() {
    List<EntitySpan> found = new ArrayList<>();
    int last = 0;
    for (int i = 0; i < numbers.size(); i++) {
      Amount amount = numbers.get(i).start() < last ? null : amount(numbers.get(i), last);
      if (amount != null) {
        Amount scaled = withScale(amount);
        Amount whole = i + 1 < numbers.size() ? withParts(scaled, numbers.get(i + 1)) : scaled;
        found.add(span(whole));
        last = whole.end();
      }
    }
    return found;
  }

  private @Nullable Amount amount(NumberSpan number, int bound) {
    Match before = words.before(number.start(), bound);
    Match after = words.after(number.end());
    if (isBareScale(number)) {
      return null;
    }
    if (before != null && !before.currency().isMinor()) {
      boolean again = after != null && isSame(before.currency(), after.currency());
      Currency currency = after != null && again ? after.currency() : before.currency();
      int end = after != null && again ? after.end() : number.end();
      return new Amount(number.value(), currency, before.start(), end, true);
    }
    if (after == null || letters.isLetter(number.start() - 1)) {
      return null;
    }
    BigDecimal worth = after.currency().isMinor() ? BigDecimal.ONE : after.currency().worth();
    BigDecimal value = number.value().multiply(worth);
    return new Amount(value, after.currency(), number.start(), after.end(), false);
  }

  /// "several millions of dollars" says no amount.
  private boolean isBareScale(NumberSpan number) {
    Lexeme word = grammar.words().find(letters.folded, number.start(), number.end());
    return word != null && word.is(Role.SCALE) && word.value().compareTo(THOUSAND) > 0;
  }

  private static boolean isSame(Currency before, Currency after) {
    return before.unit().equals(after.unit())
        || (!after.code().isEmpty() && before.code().equals(after.code()));
  }

  /// "75 USD million", "30 MUSD".
  private Amount withScale(Amount amount) {
    int start = letters.skipSpaces(amount.end());
    int end = start;
    while (letters.isLetter(end)) {
      end++;
    }
    Lexeme scale = end == start ? null : grammar.words().find(letters.folded, start, end);
    return scale == null || !scale.is(Role.SCALE) ? amount : amount.times(scale.value(), end);
  }

  /// "3 dollars 50 cents", "15 dollars and 15", "15 dollars 50".
  private Amount withParts(Amount amount, NumberSpan next) {
    boolean and = false;
    int at = letters.skipSpaces(amount.end());
    if (at < next.start()) {
      int end = letters.skipSpacesBack(next.start());
      Lexeme joining = grammar.words().find(letters.folded, at, Math.max(at, end));
      if (joining == null || !(joining.is(Role.AND) || joining.is(Role.POINT))) {
        return amount;
      }
      and = true;
    }
    if (amount.currency().isMinor() || next.start() < amount.end()) {
      return amount;
    }
    Match unit = words.after(next.end());
    if (unit != null) {
      return unit.currency().isMinor()
          ? amount.plus(parts(next, unit.currency().worth()), unit.end())
          : amount;
    }
    return isPart(amount, next, and) ? amount.plus(parts(next, CENT), next.end()) : amount;
  }

  private boolean isPart(Amount amount, NumberSpan next, boolean and) {
    boolean fits =
        next.kind() == NumberSpan.Kind.CARDINAL
            && next.value().signum() > 0
            && next.value().compareTo(HUNDRED) < 0
            && amount.value().stripTrailingZeros().scale() <= 0;
    return fits && !letters.isLetter(next.end()) && (and ? closes(next.end()) : !amount.prefixed());
  }

  /// Whether a clause ends here, or goes on with another "and".
  private boolean closes(int offset) {
    int start = letters.skipSpaces(offset);
    if (!letters.isLetter(start) && !letters.isDigit(start)) {
      return letters.at(start) != '%' && letters.at(start) != '-';
    }
    int end = start;
    while (letters.isLetter(end)) {
      end++;
    }
    Lexeme word = grammar.words().find(letters.folded, start, end);
    return word != null && word.is(Role.AND);
  }

  private static BigDecimal parts(NumberSpan number, BigDecimal worth) {
    return number.value().multiply(worth);
  }

  private EntitySpan span(Amount amount) {
    Map<String, String> details = new HashMap<>();
    details.put("unit", amount.currency().unit());
    if (!amount.currency().code().isEmpty()) {
      details.put("currency", amount.currency().code());
    }
    String part = letters.text.substring(amount.start(), amount.end());
    String value = NumberText.of(amount.value());
    return new EntitySpan(MoneyRecogniser.TYPE, amount.start(), amount.end(), part, value, details);
  }
}
