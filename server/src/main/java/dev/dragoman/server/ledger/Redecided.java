package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.pack.MalformedPackException;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.Recorded;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Decides recorded legs once more, each on the state it was decided on. Used by one thread.
final class Redecided {
  private final BotCatalog catalog;
  private final StateHash hash = new StateHash();

  Redecided(BotCatalog catalog) {
    this.catalog = catalog;
  }

  /// What became of a leg that was decided again: the packed state after it, or how it differs.
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored, never compared.
  record Again(byte[] after, Replay.@Nullable Kind different) {
    private static Again differs(Replay.Kind kind) {
      return new Again(new byte[0], kind);
    }
  }

  Again leg(int workspace, byte[] packed, Recorded.LegRow row) {
    Leg leg;
    try {
      leg = Pack.leg(row.body());
    } catch (MalformedPackException unreadable) {
      return Again.differs(Replay.Kind.UNREADABLE);
    }
    Conversation state = Pack.conversation(packed);
    BotCatalog.Ready bot = bot(workspace, state, leg);
    if (bot == null) {
      return Again.differs(Replay.Kind.NO_BOT);
    }
    if (!(decide(workspace, bot, state, leg) instanceof Decision.Decided decided)) {
      return Again.differs(Replay.Kind.NOT_DECIDED);
    }
    if (!Arrays.equals(Pack.pack(under(leg.facts(), decided.leg())), row.body())) {
      return Again.differs(Replay.Kind.LEG);
    }
    byte[] after = Pack.pack(decided.after());
    return hash.of(after) == row.hashes().after()
        ? new Again(after, null)
        : Again.differs(Replay.Kind.STATE_AFTER);
  }

  /// Earlier engines recorded groups that nobody had looked at: what a leg was told is its own
  /// affair, what came of it is compared.
  private static Leg under(Facts given, Leg leg) {
    Facts facts = leg.facts().staff(given.staff()).teamOnline(given.teamOnline());
    return new Leg(leg.turnId(), leg.firstSequence(), leg.moment(), leg.input(), facts, leg.told());
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
}
