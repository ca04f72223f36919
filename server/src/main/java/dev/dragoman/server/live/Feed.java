package dev.dragoman.server.live;

import dev.dragoman.server.delivery.NativeRenderer.Shown;
import java.util.List;

/// What one reader is told, from a position on. Used by one thread.
interface Feed {
  /// An event, and where a reader stands who has it.
  record Item(String position, Shown shown) {}

  /// The next events, a page at most.
  List<Item> next();

  /// Whether the last page may not have been the last.
  boolean hasMore();

  /// Where a reader stands who has everything that was given out.
  String position();
}
