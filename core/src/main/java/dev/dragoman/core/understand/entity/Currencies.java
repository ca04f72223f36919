package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.words.ChineseCurrencies;
import dev.dragoman.core.understand.entity.words.EnglishCurrencies;
import dev.dragoman.core.understand.entity.words.FrenchCurrencies;
import dev.dragoman.core.understand.entity.words.PortugueseCurrencies;
import dev.dragoman.core.understand.entity.words.SpanishCurrencies;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the currencies of a language from text: a line per unit, `CODE|name|word,word`, `-` for a
/// code when several currencies share the word, `/100` for a smaller unit. The name itself, its
/// plural, the code and the code before or after a `$` are words too.
final class Currencies {
  private static final Set<String> PLAIN_CODES =
      Set.of(
          "usd", "eur", "gbp", "jpy", "cny", "rmb", "cad", "aud", "nzd", "mxn", "chf", "inr", "brl",
          "hkd", "krw", "twd", "rub", "dkk", "huf", "czk", "sgd", "ars", "clp", "uyu");
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final Map<Language, WordTable<Currency>> ALL =
      Map.of(
          Language.EN, read(EnglishCurrencies.UNITS),
          Language.ES, read(SpanishCurrencies.UNITS),
          Language.FR, read(FrenchCurrencies.UNITS),
          Language.PT, read(PortugueseCurrencies.UNITS),
          Language.ZH, read(ChineseCurrencies.UNITS));

  private Currencies() {}

  /// The words for money in a language; of one without a table, the English, for their signs and
  /// codes.
  static WordTable<Currency> of(Language language) {
    WordTable<Currency> own = ALL.get(language);
    return own == null ? ALL.getOrDefault(Language.EN, read("")) : own;
  }

  private static WordTable<Currency> read(String table) {
    Map<String, Currency> words = new HashMap<>();
    for (String line : table.lines().toList()) {
      String[] fields = line.strip().split("\\|", -1);
      if (fields.length == 3) {
        readLine(fields, words);
      }
    }
    return new WordTable<>(words);
  }

  private static void readLine(String[] fields, Map<String, Currency> words) {
    boolean minor = fields[0].startsWith("/");
    String code = minor || fields[0].equals("-") ? "" : fields[0];
    BigDecimal parts = minor ? new BigDecimal(fields[0].substring(1)) : BigDecimal.ONE;
    BigDecimal worth = BigDecimal.ONE.divide(parts, Literals.PRECISION);
    Currency currency = new Currency(fields[1], code, worth, false);
    String name = fold(fields[1]);
    words.putIfAbsent(name, currency);
    words.putIfAbsent(name + "s", currency);
    for (String word : fields[2].split(",", -1)) {
      if (!word.isBlank()) {
        words.put(fold(word.strip()), currency);
      }
    }
    if (!code.isEmpty()) {
      putCode(code.toLowerCase(Locale.ROOT), currency, words);
    }
  }

  private static void putCode(String code, Currency currency, Map<String, Currency> words) {
    boolean capitals = !PLAIN_CODES.contains(code);
    Currency coded = new Currency(currency.unit(), currency.code(), BigDecimal.ONE, capitals);
    words.put(code, coded);
    words.put("m" + code, new Currency(coded.unit(), coded.code(), MILLION, true));
    for (String joined : new String[] {code + "$", code + " $", "$" + code, "$ " + code}) {
      words.putIfAbsent(joined, coded);
    }
  }

  private static String fold(String word) {
    return new String(new Letters(word).folded);
  }
}
