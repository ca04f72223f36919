package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Legs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Walks through the turns of a conversation, oldest first, holding one piece of it at a time.
///
/// A turn that waited for a webhook has two legs or more; they come together.
final class History {
  private static final int PIECE = 500;

  private final Legs legs;

  History(Legs legs) {
    this.legs = legs;
  }

  /// Tells every turn: its legs in order.
  void walk(int workspace, String conversationId, Consumer<List<Leg>> each) {
    Map<String, List<Leg>> open = new LinkedHashMap<>();
    long from = 0;
    int known = 0;
    int fresh;
    do {
      List<Leg> piece = legs.from(workspace, conversationId, from, known + PIECE);
      fresh = piece.size() - known;
      piece.stream().skip(known).forEach(leg -> take(leg, open));
      settled(open).forEach(each);
      if (fresh == PIECE) {
        from = piece.getLast().firstSequence();
        known = at(from, piece);
      }
    } while (fresh == PIECE);
    open.values().forEach(each);
  }

  /// Legs without events share their sequence with the next leg: they are read again with it.
  private static int at(long sequence, List<Leg> piece) {
    return (int) piece.stream().filter(leg -> leg.firstSequence() == sequence).count();
  }

  private static void take(Leg leg, Map<String, List<Leg>> open) {
    open.computeIfAbsent(leg.turnId(), _ -> new ArrayList<>()).add(leg);
  }

  /// Takes out the turns that are complete, as long as none before them is not.
  private static List<List<Leg>> settled(Map<String, List<Leg>> open) {
    List<List<Leg>> settled = new ArrayList<>();
    var turns = open.values().iterator();
    while (turns.hasNext()) {
      List<Leg> turn = turns.next();
      if (!turn.getLast().told().settled()) {
        break;
      }
      settled.add(turn);
      turns.remove();
    }
    return settled;
  }
}
