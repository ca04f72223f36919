package dev.dragoman.server.dialect.clustaar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Keeps the last of many, and counts them all. Used by one thread.
final class Newest<T> {
  private final int most;
  private final Deque<T> kept = new ArrayDeque<>();
  private int count;

  Newest(int most) {
    this.most = most;
  }

  void add(T one) {
    count++;
    kept.addLast(one);
    if (kept.size() > most) {
      kept.removeFirst();
    }
  }

  /// Those that are kept, oldest first.
  List<T> all() {
    return List.copyOf(kept);
  }

  /// How many were added.
  int count() {
    return count;
  }
}
