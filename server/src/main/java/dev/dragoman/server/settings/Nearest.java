package dev.dragoman.server.settings;

import java.util.Comparator;
import java.util.List;

/// Finds what somebody probably meant.
final class Nearest {
  private Nearest() {}

  /// The known name with the fewest letters to change, add or drop.
  static String to(String name, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String each) -> distance(name, each)))
        .orElseThrow();
  }

  // Levenshtein's distance, one row of the table at a time.
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int above = row[column];
        int change = from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1;
        row[column] = Math.min(diagonal + change, 1 + Math.min(above, row[column - 1]));
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
