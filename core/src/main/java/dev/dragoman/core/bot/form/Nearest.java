package dev.dragoman.core.bot.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name somebody probably meant.
public final class Nearest {
  private Nearest() {}

  /// `; did you mean 'x'?` for the nearest known name, or the empty text when none is near.
  public static String suggestion(String name, Collection<String> known) {
    return find(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /// The known name with the least edits from `name`, if that is at most a third of its length.
  public static Optional<String> find(String name, Collection<String> known) {
    if (name.length() > 100) {
      return Optional.empty();
    }
    int most = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(folded(name), folded(candidate)) <= most)
        .min(Comparator.comparingInt(candidate -> distance(folded(name), folded(candidate))));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /// Edits (insert, delete, replace, swap two neighbours) between two short words.
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
        if (swapped(one, i, other, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[other.length()];
  }

  private static boolean swapped(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
