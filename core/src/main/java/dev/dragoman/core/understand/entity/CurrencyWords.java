package dev.dragoman.core.understand.entity;

import org.jspecify.annotations.Nullable;

/// Finds the currency that stands right before or right after an offset of a text.
final class CurrencyWords {
  /// A currency word at its place.
  record Match(Currency currency, int start, int end) {}

  private final Letters letters;
  private final WordTable<Currency> table;

  CurrencyWords(Letters letters, WordTable<Currency> table) {
    this.letters = letters;
    this.table = table;
  }

  /// The longest currency that begins after a number, behind spaces, a hyphen or "de".
  @Nullable Match after(int numberEnd) {
    int start = letters.skipSpaces(numberEnd);
    if (letters.at(start) == '-') {
      start = letters.skipSpaces(start + 1);
    }
    Match direct = at(start, numberEnd);
    return direct == null ? linked(start, numberEnd) : direct;
  }

  private @Nullable Match linked(int start, int numberEnd) {
    if (letters.hasWord(start, "de")) {
      return at(letters.skipSpaces(start + 2), numberEnd);
    }
    return letters.has(start, "d'") ? at(letters.skipSpaces(start + 2), numberEnd) : null;
  }

  private @Nullable Match at(int start, int numberEnd) {
    int limit = Math.min(letters.length(), start + table.longest());
    for (int end = limit; end > start; end--) {
      if (letters.isLetter(end) && letters.isLetter(end - 1)) {
        continue;
      }
      Currency currency = table.find(letters.folded, start, end);
      if (currency != null && isMeant(currency, start, end) && !leadsOn(numberEnd, start, end)) {
        return new Match(currency, start, end);
      }
    }
    return null;
  }

  /// "1 $10": the sign belongs to the number it touches.
  private boolean leadsOn(int numberEnd, int start, int end) {
    return start > numberEnd && letters.isDigit(end);
  }

  /// The longest currency that ends before a number, not reaching back over a bound.
  @Nullable Match before(int numberStart, int bound) {
    int end = letters.skipSpacesBack(numberStart);
    int limit = Math.max(bound, end - table.longest());
    for (int start = limit; start < end; start++) {
      if (letters.isLetter(start) && letters.isLetter(start - 1)) {
        continue;
      }
      Currency currency = table.find(letters.folded, start, end);
      if (currency != null && isMeant(currency, start, end)) {
        return new Match(currency, start, end);
      }
    }
    return null;
  }

  private boolean isMeant(Currency currency, int start, int end) {
    for (int i = start; currency.capitals() && i < end; i++) {
      if (Character.isLowerCase(letters.text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
