package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Forgets legs whose time is over, from the front of each conversation, and leaves the state after
/// the last of them, so that what is kept can still be replayed.
///
/// That state is not stored: it is decided once more. What does not come out the same is kept, and
/// counted. Right also when two do it at once; used by one thread.
public final class Checkpoints {
  private static final int CONVERSATIONS = 100;
  private static final int LEGS = 200;

  private final Recorded recorded;
  private final Redecided redecided;
  private final StateHash hash = new StateHash();

  /// What a sweep did: legs that went, conversations that could not be decided again.
  public record Swept(long forgotten, long kept) {}

  /// Works on what is recorded there.
  public Checkpoints(Recorded recorded, BotCatalog catalog) {
    this.recorded = recorded;
    this.redecided = new Redecided(catalog);
  }

  /// Goes through all conversations once.
  ///
  /// @param days how long legs are kept where the workspace says nothing; 0 for ever
  public Swept sweep(int days) {
    long forgotten = 0;
    long kept = 0;
    List<Recorded.OldRow> some = recorded.old(Recorded.Key.START, days, CONVERSATIONS);
    while (!some.isEmpty()) {
      for (Recorded.OldRow old : some) {
        byte[] state = stateAfter(old);
        if (state == null) {
          kept++;
        } else {
          forgotten +=
              recorded.forget(
                  new Recorded.Checkpoint(old.row().key(), old.upTo(), hash.of(state), state));
        }
      }
      some = recorded.old(some.getLast().row().key(), days, CONVERSATIONS);
    }
    return new Swept(forgotten, kept);
  }

  /// The packed state after the last old leg, or null when it cannot be known.
  private byte @Nullable [] stateAfter(Recorded.OldRow old) {
    Recorded.ConversationRow row = old.row();
    if (old.upTo() == row.version()) {
      return row.state();
    }
    byte[] state = row.checkpoint();
    if (state == null) {
      state = Pack.pack(Conversation.fresh(Pack.conversation(row.state()).address()));
    }
    int leg = row.checkpointLeg();
    while (leg < old.upTo()) {
      List<Recorded.LegRow> some = recorded.legs(row, leg, Math.min(LEGS, old.upTo() - leg));
      for (Recorded.LegRow one : some) {
        state = one.leg() == leg + 1 ? after(row.key(), state, one) : null;
        if (state == null) {
          return null;
        }
        leg = one.leg();
      }
      if (some.isEmpty()) {
        return null;
      }
    }
    return state;
  }

  private byte @Nullable [] after(Recorded.Key key, byte[] state, Recorded.LegRow leg) {
    if (leg.erased() || hash.of(state) != leg.hashes().before()) {
      return null;
    }
    Redecided.Again again = redecided.leg(key.workspace(), state, leg);
    return again.different() == null ? again.after() : null;
  }
}
