package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bots as the ledger needs them. Thread-safe.
public interface BotCatalog {
  /// Version 0 of a [Wanted]: whatever is published.
  int PUBLISHED = 0;

  /// Which publication a decision runs on, known at least as of `revision` of its workspace.
  record Wanted(int workspace, long revision, String botId, int version) {}

  /// The bot when it is in memory and as fresh as `revision`, else null. Never blocks.
  @Nullable Ready ready(Wanted wanted);

  /// Brings it into memory; may block. Returns whether there is such a bot.
  boolean load(Wanted wanted);

  /// The candidates of a text for exactly that version; may block. A catalog without models
  /// understands nothing.
  default Understood understand(Wanted wanted, String text) {
    return new Understood(wanted.version(), null, List.of(), 1, false, List.of());
  }

  /// A bot in memory. Immutable.
  interface Ready {
    /// Decides for sessions of this version.
    Decider decider();

    /// The facts this bot reads, from all attributes of the contact.
    Facts facts(Value.Obj attributes);

    /// The zone offset of the bot's local time then, in seconds.
    int offsetSeconds(long epochNanos);

    /// Who hears of its conversations, in the order of their ids.
    default List<Listener> listeners() {
      return List.of();
    }
  }
}
