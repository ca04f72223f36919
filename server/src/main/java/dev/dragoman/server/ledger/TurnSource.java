package dev.dragoman.server.ledger;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is recorded of turns, for callers whose turn another batch or node drives. Thread-safe.
interface TurnSource {
  /// All legs so far of a turn, and the state as it stands now; null when the conversation is gone.
  @Nullable Turn turn(Turns.Parked turn);

  /// Which of these are settled, by turn id; one query for all.
  Set<String> settled(List<Turns.Parked> turns);
}
