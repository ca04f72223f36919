package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who waits for which turn on this node. Thread-safe.
final class Turns {
  private final Map<String, List<Slot>> waiting = new ConcurrentHashMap<>();
  private final Map<Slot, Parked> parked = new ConcurrentHashMap<>();

  /// A turn that has legs but is not settled, and where the first of them is.
  record Parked(
      int workspace, String conversationId, long firstSequence, String turnId, long since) {}

  void register(String turnId, Slot slot) {
    waiting.compute(
        turnId,
        (_, slots) -> {
          List<Slot> more = slots == null ? new ArrayList<>(1) : new ArrayList<>(slots);
          more.add(slot);
          return more;
        });
  }

  void forget(String turnId, Slot slot) {
    waiting.computeIfPresent(
        turnId,
        (_, slots) -> {
          List<Slot> fewer = new ArrayList<>(slots);
          fewer.remove(slot);
          return fewer.isEmpty() ? null : fewer;
        });
    parked.remove(slot);
  }

  /// From now on the turn may be settled by another node.
  void park(Parked turn, Slot slot) {
    parked.put(slot, turn);
  }

  /// Tells whoever waits for these legs, in order.
  void committed(List<Decision.Decided> legs) {
    for (Decision.Decided decided : legs) {
      List<Slot> slots = waiting.get(decided.leg().turnId());
      if (slots != null) {
        News news = news(decided.after(), decided.leg());
        slots.forEach(slot -> slot.tell(news));
      }
    }
  }

  private static News news(Conversation after, Leg leg) {
    return new News.LegCommitted(after.address().conversationId(), leg, after);
  }

  /// Ends the wait of every caller whose patience is over.
  void endPatience(long ticks) {
    waiting.values().forEach(slots -> slots.forEach(slot -> slot.look(ticks)));
  }

  /// The turns that have been parked since before `ticks`.
  List<Parked> parkedBefore(long ticks) {
    return parked.values().stream().filter(turn -> turn.since() <= ticks).toList();
  }

  /// Tells whoever waits for these that they are settled.
  void settledElsewhere(Set<String> turnIds) {
    parked.forEach(
        (slot, turn) -> {
          if (turnIds.contains(turn.turnId())) {
            slot.tell(new News.SettledElsewhere());
          }
        });
  }
}
