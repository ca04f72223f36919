package dev.dragoman.core.understand.entity.measure;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a found entity means what was expected. Numbers are compared as numbers, to the fourteen
/// digits that a value of fifteen rounded ones holds for sure; addresses without regard to case;
/// dates by their past and future readings together.
final class Meanings {
  private static final MathContext DIGITS = new MathContext(14);
  private static final Set<Language> COMMA_LANGUAGES =
      Set.of(Language.ES, Language.FR, Language.PT);

  private Meanings() {}

  static boolean same(EntityCase one, ExpectedSpan expected, EntitySpan found) {
    return switch (one.type()) {
      case "number", "percentage", "duration" -> sameNumbers(one, expected, found);
      case "money" ->
          sameNumbers(one, expected, found)
              && isDetail(found, "unit", expected.unit())
              && isDetail(found, "currency", expected.currency());
      case "email", "url" -> lower(expected.values()).equals(lower(Set.of(found.value())));
      default -> expected.values().equals(readings(found));
    };
  }

  private static boolean isDetail(EntitySpan found, String name, @Nullable String expected) {
    return expected == null || expected.equals(found.details().get(name));
  }

  private static Set<String> readings(EntitySpan found) {
    Set<String> readings = new HashSet<>();
    readings.add(found.value());
    String past = found.details().get(EntitySpan.PAST);
    if (past != null) {
      readings.add(past);
    }
    return readings;
  }

  private static boolean sameNumbers(EntityCase one, ExpectedSpan expected, EntitySpan found) {
    if (expected.values().size() != 1) {
      return false;
    }
    String wanted = expected.values().iterator().next();
    boolean comma = COMMA_LANGUAGES.contains(one.language());
    BigDecimal left = number(comma ? wanted.replace(',', '.') : wanted);
    BigDecimal right = number(found.value());
    if (left == null || right == null || wanted.endsWith("%") != found.value().endsWith("%")) {
      return wanted.equals(found.value());
    }
    return left.round(DIGITS).compareTo(right.round(DIGITS)) == 0;
  }

  private static @Nullable BigDecimal number(String value) {
    try {
      return new BigDecimal(value.endsWith("%") ? value.substring(0, value.length() - 1) : value);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }

  private static Set<String> lower(Set<String> values) {
    return values.stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
