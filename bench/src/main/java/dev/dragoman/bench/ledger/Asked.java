package dev.dragoman.bench.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The driver's own book: what it asked, and what it was answered. Nothing in it comes from the
/// server's database. Thread-safe.
public final class Asked {
  private final Set<String> words = ConcurrentHashMap.newKeySet();
  private final Map<String, List<String>> answered = new ConcurrentHashMap<>();

  /// Before it is sent: these words, which nobody else says, may be told from now on.
  public void asks(String text) {
    words.add(text);
  }

  /// After it was answered: the words, and the ids of what the bot said, have to be told.
  public void heard(String text, String stream, List<String> messageIds) {
    answered.put(text, List.of(stream, String.join(" ", messageIds)));
  }

  /// How many were answered.
  public int answers() {
    return answered.size();
  }

  boolean wasAsked(String told) {
    return words.contains(told);
  }

  /// What each stream has to tell: words of the contact and ids of the bot's messages.
  Map<String, Set<String>> owed() {
    Map<String, Set<String>> owed = new HashMap<>();
    answered.forEach(
        (text, answer) -> {
          Set<String> stream =
              owed.computeIfAbsent(answer.getFirst(), _ -> ConcurrentHashMap.newKeySet());
          stream.add(text);
          if (!answer.getLast().isEmpty()) {
            stream.addAll(List.of(answer.getLast().split(" ", -1)));
          }
        });
    return owed;
  }
}
