package dev.dragoman.core.understand.intent;

import dev.dragoman.core.understand.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the intents one of whose examples a message repeats, after folding. Keeps hashes, not
/// texts. Immutable and thread-safe.
final class ExampleTable {
  final long[] keys;
  final int[] intents;

  /// @param keys sorted hashes of folded examples, equal ones side by side
  /// @param intents the intent of each
  ExampleTable(long[] keys, int[] intents) {
    this.keys = keys;
    this.intents = intents;
  }

  static ExampleTable of(List<IntentExamples> intents) {
    record Entry(long key, int intent) {}
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < intents.size(); i++) {
      for (String example : intents.get(i).examples()) {
        String folded = Folding.fold(example);
        if (!folded.isEmpty()) {
          entries.add(new Entry(Hashing.of(folded), i));
        }
      }
    }
    List<Entry> sorted =
        entries.stream()
            .distinct()
            .sorted(
                (a, b) ->
                    a.key != b.key
                        ? Long.compare(a.key, b.key)
                        : Integer.compare(a.intent, b.intent))
            .toList();
    return new ExampleTable(
        sorted.stream().mapToLong(Entry::key).toArray(),
        sorted.stream().mapToInt(Entry::intent).toArray());
  }

  /// The intents that have this message as an example, in order; usually none or one.
  int[] intentsOf(String message) {
    String folded = Folding.fold(message);
    int found = folded.isEmpty() ? -1 : Arrays.binarySearch(keys, Hashing.of(folded));
    if (found < 0) {
      return new int[0];
    }
    int from = found;
    while (from > 0 && keys[from - 1] == keys[found]) {
      from--;
    }
    int to = found + 1;
    while (to < keys.length && keys[to] == keys[found]) {
      to++;
    }
    return Arrays.copyOfRange(intents, from, to);
  }

  long bytes() {
    return 12L * keys.length;
  }
}
