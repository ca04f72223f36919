package dev.dragoman.core.understand.closed;

/// How alike two folded words are written, 0..1: slips of the finger, other endings, shared
// letters.
final class Likeness {
  /// Below this two words have nothing to do with each other.
  static final double LEAST = 0.6;

  /// From here on one word stands for the other.
  static final double SAME = 0.8;

  private static final int MIN_STEM = 4;

  private Likeness() {}

  /// 1 for equal words; 0 for different numbers or signs, or words with too little in common.
  static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (shorter < MIN_STEM || shorter * 3 < longer || !isWord(a) || !isWord(b)) {
      return 0;
    }
    if (isSlip(a, b, shorter, longer)) {
      return shorter > MIN_STEM ? 0.9 : 0.85;
    }
    double best = Math.max(byStem(a, b, shorter, longer), byGrams(a, b));
    return best < LEAST ? 0 : best;
  }

  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// One letter too many, too few or swapped; one wrong letter in longer words; two slips in long
  /// ones.
  private static boolean isSlip(String a, String b, int shorter, int longer) {
    if (longer - shorter > 2) {
      return false;
    }
    int distance = distance(a, b);
    if (distance == 1) {
      boolean wrongLetter = a.length() == b.length() && !isSwap(a, b);
      return !wrongLetter || shorter > 5 || (shorter == 5 && a.charAt(0) == b.charAt(0));
    }
    return distance == 2 && shorter >= 8;
  }

  private static boolean isSwap(String a, String b) {
    int at = commonStart(a, b);
    return at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at);
  }

  private static double byStem(String a, String b, int shorter, int longer) {
    int common = commonStart(a, b);
    if (common < MIN_STEM) {
      return 0;
    }
    double share = (double) common / longer;
    return common == shorter ? 0.6 + 0.4 * share : 0.4 + 0.6 * share;
  }

  private static int commonStart(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /// The cosine of the two words' letter pairs, word ends included, somewhat lowered.
  private static double byGrams(String a, String b) {
    int common = 0;
    for (int i = -1; i < a.length(); i++) {
      for (int j = -1; j < b.length(); j++) {
        if (unit(a, i) == unit(b, j) && unit(a, i + 1) == unit(b, j + 1)) {
          common++;
          break;
        }
      }
    }
    return 0.9 * common / StrictMath.sqrt((a.length() + 1.0) * (b.length() + 1.0));
  }

  private static char unit(String word, int at) {
    return at < 0 || at >= word.length() ? ' ' : word.charAt(at);
  }

  /// Edits between two words, a swap of neighbours being one.
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
        int edits = Math.min(last[j - 1] + (equal ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, before[j - 2] + 1);
        }
        row[j] = edits;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
