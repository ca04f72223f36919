package dev.dragoman.core.understand.entity;

import java.util.Set;

/// The endings that make digits a place in an order: "3rd", "4to", "1er", "2º".
final class OrdinalMarks {
  private static final Set<String> ENDINGS =
      Set.of(
          "st", "nd", "rd", "th", "er", "ro", "ra", "do", "da", "to", "ta", "vo", "va", "mo", "ma",
          "no", "na", "re", "e", "eme", "ere", "nde", "o", "a");
  private static final int LONGEST = 3;

  private OrdinalMarks() {}

  /// The offset after the ending that follows digits here; the same offset when none does.
  static int endAfter(Letters letters, int end) {
    int at = letters.at(end) == '.' ? end + 1 : end;
    if (letters.at(at) == 'º' || letters.at(at) == 'ª' || letters.at(at) == '°') {
      return at + 1;
    }
    int last = end;
    while (letters.isLetter(last) && last <= end + LONGEST) {
      last++;
    }
    if (last == end || last > end + LONGEST) {
      return end;
    }
    return ENDINGS.contains(new String(letters.folded, end, last - end)) ? last : end;
  }
}
