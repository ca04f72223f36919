package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The number words of one language, found by their folded letters without making strings.
///
/// The table is text: a line per role, `role: word=value word=value`, a `~` before a word that is
/// no number on its own. Values may be written `1e6`.
final class Lexicon {
  private final String[] keys;
  private final Lexeme[] lexemes;
  private final int longest;

  Lexicon(String table) {
    Map<String, Lexeme> words = new HashMap<>();
    for (String line : table.lines().toList()) {
      readLine(line.strip(), words);
    }
    int size = Integer.highestOneBit(Math.max(words.size(), 4)) * 4;
    keys = new String[size];
    lexemes = new Lexeme[size];
    words.forEach(this::put);
    longest = words.keySet().stream().mapToInt(String::length).max().orElse(0);
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

  private void put(String word, Lexeme lexeme) {
    int slot = hash(word.toCharArray(), 0, word.length());
    while (keys[slot] != null) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = word;
    lexemes[slot] = lexeme;
  }

  /// The lexeme of the folded letters between two offsets, or null.
  @Nullable Lexeme find(char[] folded, int start, int end) {
    if (end - start > longest) {
      return null;
    }
    int slot = hash(folded, start, end);
    while (keys[slot] != null) {
      if (same(keys[slot], folded, start, end)) {
        return lexemes[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return null;
  }

  int longest() {
    return longest;
  }

  private int hash(char[] folded, int start, int end) {
    int hash = 7;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + folded[i];
    }
    return (hash ^ (hash >>> 15)) & (keys.length - 1);
  }

  private static boolean same(String key, char[] folded, int start, int end) {
    if (key.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (key.charAt(i - start) != folded[i]) {
        return false;
      }
    }
    return true;
  }
}
