package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads the number words of a language from text: a line per role, `role: word=value word=value`,
/// a `~` before a word that is no number on its own. Values may be written `1e6`.
final class Lexicon {
  private Lexicon() {}

  static WordTable<Lexeme> of(String table) {
    Map<String, Lexeme> words = new HashMap<>();
    for (String line : table.lines().toList()) {
      readLine(line.strip(), words);
    }
    return new WordTable<>(words);
  }

  private static void readLine(String line, Map<String, Lexeme> words) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return;
    }
    Role role = Role.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
    for (String entry : line.substring(colon + 1).strip().split(" +", -1)) {
      boolean weak = entry.startsWith("~");
      int equals = entry.indexOf('=');
      String word = entry.substring(weak ? 1 : 0, equals < 0 ? entry.length() : equals);
      String value = equals < 0 ? "0" : entry.substring(equals + 1);
      words.put(new String(new Letters(word).folded), lexeme(role, value, weak));
    }
  }

  private static Lexeme lexeme(Role role, String value, boolean weak) {
    BigDecimal number = new BigDecimal(value);
    return new Lexeme(role, number.scale() < 0 ? number.setScale(0) : number, weak);
  }
}
