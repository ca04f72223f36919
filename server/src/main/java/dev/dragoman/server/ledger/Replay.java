package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.MalformedPackException;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.Recorded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides everything that was ever decided once more and compares bytes.
///
/// Starts each conversation fresh or at the checkpoint that retention left, hands every leg's
/// recorded input, moment and facts to the bot version it ran on, and compares the packed leg, the
/// hashes of the state before and after, and at the end the state itself.
public final class Replay {
  private static final int CONVERSATIONS = 100;
  private static final int LEGS = 200;
  private static final int LISTED = 100;

  private final Recorded recorded;
  private final Redecided redecided;
  private final StateHash hash = new StateHash();
  private final List<Difference> differences = new ArrayList<>();
  private long legs;
  private long skippedErased;
  private long differing;

  /// What was found: `differing` conversations, of which at most 100 are listed.
  public record Report(long legs, long skippedErased, long differing, List<Difference> different) {
    /// Copies the list.
    public Report {
      different = List.copyOf(different);
    }

    /// Whether every leg came out the same.
    public boolean isSame() {
      return differing == 0;
    }
  }

  /// The first leg of a conversation that came out otherwise.
  public record Difference(
      int workspace, String conversationId, int leg, long firstSequence, Kind kind) {}

  /// How it differs.
  public enum Kind {
    /// A leg is missing between two others.
    GAP("the leg before it is missing"),
    /// The stored bytes are not what was written.
    UNREADABLE("its bytes cannot be read"),
    /// The bot version it ran on is not there any more.
    NO_BOT("the bot version it ran on is missing"),
    /// The state before is not what the leg was decided on.
    STATE_BEFORE("it was decided on another state"),
    /// The same input was refused, or the decider threw.
    NOT_DECIDED("its input is refused"),
    /// The leg's bytes differ.
    LEG("it is decided otherwise"),
    /// The state after differs.
    STATE_AFTER("it leads to another state"),
    /// After the last leg the state is not the one that stands in the conversation.
    LAST_STATE("the conversation stands elsewhere after its last leg");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /// What is wrong with the leg, as the end of a sentence.
    public String meaning() {
      return meaning;
    }
  }

  /// Replays what is recorded there; one instance makes one report.
  public Replay(Recorded recorded, BotCatalog catalog) {
    this.recorded = recorded;
    this.redecided = new Redecided(catalog);
  }

  /// Replays everything.
  public Report run() {
    List<Recorded.ConversationRow> some = recorded.conversations(Recorded.Key.START, CONVERSATIONS);
    while (!some.isEmpty()) {
      some.forEach(this::conversation);
      some = recorded.conversations(some.getLast().key(), CONVERSATIONS);
    }
    return new Report(legs, skippedErased, differing, differences);
  }

  private void conversation(Recorded.ConversationRow row) {
    byte[] packed;
    try {
      byte[] checkpoint = row.checkpoint();
      Conversation now = Pack.conversation(row.state());
      packed = checkpoint == null ? Pack.pack(Conversation.fresh(now.address())) : checkpoint;
    } catch (MalformedPackException unreadable) {
      differ(row.key(), row.version(), 0, Kind.UNREADABLE);
      return;
    }
    legs(row, packed);
  }

  private void legs(Recorded.ConversationRow row, byte[] from) {
    byte[] packed = from;
    int leg = row.checkpointLeg();
    long sequence = 0;
    List<Recorded.LegRow> some = recorded.legs(row, leg, LEGS);
    while (!some.isEmpty()) {
      for (Recorded.LegRow one : some) {
        byte[] after = one.erased() ? erased() : leg(row.key(), leg, packed, one);
        if (after == null) {
          return;
        }
        packed = after;
        leg = one.leg();
        sequence = one.firstSequence();
      }
      some = recorded.legs(row, leg, LEGS);
    }
    if (leg != row.version() || !Arrays.equals(packed, row.state())) {
      differ(row.key(), leg, sequence, Kind.LAST_STATE);
    }
  }

  /// Nothing can be said about what follows an erased leg.
  private byte @Nullable [] erased() {
    skippedErased++;
    return null;
  }

  /// The state after the leg, or null when it differs.
  private byte @Nullable [] leg(Recorded.Key key, int before, byte[] packed, Recorded.LegRow row) {
    legs++;
    Kind kind;
    if (row.leg() != before + 1) {
      kind = Kind.GAP;
    } else if (hash.of(packed) != row.hashes().before()) {
      kind = Kind.STATE_BEFORE;
    } else {
      Redecided.Again again = redecided.leg(key.workspace(), packed, row);
      if (again.different() == null) {
        return again.after();
      }
      kind = again.different();
    }
    return differ(key, row.leg(), row.firstSequence(), kind);
  }

  private byte @Nullable [] differ(Recorded.Key key, int leg, long firstSequence, Kind kind) {
    differing++;
    if (differences.size() < LISTED) {
      differences.add(new Difference(key.workspace(), key.id(), leg, firstSequence, kind));
    }
    return null;
  }
}
