package dev.dragoman.core.understand.entity;

/// Finds the minus before digits.
final class Signs {
  private Signs() {}

  /// The offset of a minus before digits, or -1: one that joins two words or numbers is no sign,
  /// and neither is one of several.
  static int before(Letters letters, int start) {
    int at = letters.skipSpacesBack(start) - 1;
    if (letters.at(at) != '-') {
      return -1;
    }
    int before = letters.skipSpacesBack(at) - 1;
    char unit = letters.at(before);
    boolean joins = before >= 0 && (Character.isLetterOrDigit(unit) || unit == '-' || unit == ')');
    boolean spaced = before < at - 1 && at == start - 1;
    return joins && !(spaced && unit != '-') ? -1 : at;
  }
}
