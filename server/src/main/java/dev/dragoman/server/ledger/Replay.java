package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
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
  private final BotCatalog catalog;
  private final StateHash hash = new StateHash();
  private final List<Difference> differences = new ArrayList<>();
  private long legs;
  private long skippedErased;

  /// What was found; at most 100 differences are listed.
  public record Report(long legs, long skippedErased, List<Difference> different) {
    /// Copies the list.
    public Report {
      different = List.copyOf(different);
    }

    /// 0 when every leg came out the same.
    public int exitCode() {
      return different.isEmpty() ? 0 : 1;
    }
  }

  /// The first leg of a conversation that came out otherwise.
  public record Difference(int workspace, String conversationId, int leg, Kind kind) {}

  /// How it differs.
  public enum Kind {
    /// A leg is missing between two others.
    GAP,
    /// The bot version it ran on is not there any more.
    NO_BOT,
    /// The state before is not what the leg was decided on.
    STATE_BEFORE,
    /// The same input was refused, or the decider threw.
    NOT_DECIDED,
    /// The leg's bytes differ.
    LEG,
    /// The state after differs.
    STATE_AFTER,
    /// After the last leg the state is not the one that stands in the conversation.
    LAST_STATE
  }

  /// Replays what is recorded there; one instance makes one report.
  public Replay(Recorded recorded, BotCatalog catalog) {
    this.recorded = recorded;
    this.catalog = catalog;
  }

  /// Replays everything.
  public Report run() {
    List<Recorded.ConversationRow> some = recorded.conversations(Recorded.Key.START, CONVERSATIONS);
    while (!some.isEmpty()) {
      some.forEach(this::conversation);
      some = recorded.conversations(some.getLast().key(), CONVERSATIONS);
    }
    return new Report(legs, skippedErased, differences);
  }

  private void conversation(Recorded.ConversationRow row) {
    Conversation now = Pack.conversation(row.state());
    byte[] checkpoint = row.checkpoint();
    byte[] packed = checkpoint == null ? Pack.pack(Conversation.fresh(now.address())) : checkpoint;
    int leg = row.checkpointLeg();
    List<Recorded.LegRow> some = recorded.legs(row.key(), leg, LEGS);
    while (!some.isEmpty()) {
      for (Recorded.LegRow one : some) {
        byte[] after = one.erased() ? erased() : leg(row.key(), leg, packed, one);
        if (after == null) {
          return;
        }
        packed = after;
        leg = one.leg();
      }
      some = recorded.legs(row.key(), leg, LEGS);
    }
    if (leg != row.version() || !Arrays.equals(packed, row.state())) {
      differ(row.key(), leg, Kind.LAST_STATE);
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
    if (row.leg() != before + 1) {
      return differ(key, row.leg(), Kind.GAP);
    }
    if (hash.of(packed) != row.hashes().before()) {
      return differ(key, row.leg(), Kind.STATE_BEFORE);
    }
    Leg leg = Pack.leg(row.body());
    Conversation state = Pack.conversation(packed);
    BotCatalog.Ready bot = bot(key.workspace(), state, leg);
    if (bot == null) {
      return differ(key, row.leg(), Kind.NO_BOT);
    }
    Decision decision = decide(key.workspace(), bot, state, leg);
    if (!(decision instanceof Decision.Decided decided)) {
      return differ(key, row.leg(), Kind.NOT_DECIDED);
    }
    if (!Arrays.equals(Pack.pack(decided.leg()), row.body())) {
      return differ(key, row.leg(), Kind.LEG);
    }
    byte[] after = Pack.pack(decided.after());
    return hash.of(after) == row.hashes().after()
        ? after
        : differ(key, row.leg(), Kind.STATE_AFTER);
  }

  private @Nullable Decision decide(
      int workspace, BotCatalog.Ready bot, Conversation state, Leg leg) {
    BotCatalog.Wanted first = wanted(workspace, state, leg);
    try {
      return new Versions(this::loaded, first, bot)
          .decide(state, leg.turnId(), leg.input(), leg.moment(), leg.facts());
    } catch (RuntimeException | StackOverflowError thrown) {
      return null;
    }
  }

  private BotCatalog.@Nullable Ready bot(int workspace, Conversation state, Leg leg) {
    return loaded(wanted(workspace, state, leg));
  }

  private static BotCatalog.Wanted wanted(int workspace, Conversation state, Leg leg) {
    Session session = state.holder().session();
    int version = session == null ? leg.facts().publishedVersion() : session.botVersion();
    return new BotCatalog.Wanted(workspace, 0, state.address().botId(), version);
  }

  private BotCatalog.@Nullable Ready loaded(BotCatalog.Wanted wanted) {
    BotCatalog.Ready ready = catalog.ready(wanted);
    return ready == null && catalog.load(wanted) ? catalog.ready(wanted) : ready;
  }

  private byte @Nullable [] differ(Recorded.Key key, int leg, Kind kind) {
    if (differences.size() < LISTED) {
      differences.add(new Difference(key.workspace(), key.id(), leg, kind));
    }
    return null;
  }
}
