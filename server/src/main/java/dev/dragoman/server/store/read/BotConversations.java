package dev.dragoman.server.store.read;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conversations of one bot by the time of what happened last. Thread-safe.
public final class BotConversations {
  private static final String MATCHING =
      """
      from conversation v cross join lateral (
        select at_nanos from leg l
        where l.workspace = v.workspace and l.conversation = v.id
        order by l.first_sequence desc, l.leg desc limit 1) last
      where v.workspace = ? and v.bot = ? and v.contact = coalesce(?, v.contact)
        and last.at_nanos >= ? and last.at_nanos <= ?\
      """;
  private static final String DIRECT =
      """
       and v.id in (select conversation from address a
        where a.workspace = v.workspace and a.bot = v.bot and a.account = 'direct')\
      """;

  private final ReadSession session;

  /// Which conversations.
  ///
  /// @param contactId null for any
  /// @param direct only those that integrators reach
  public record Wanted(
      String botId, @Nullable String contactId, boolean direct, long fromNanos, long toNanos) {}

  /// A conversation and when something happened in it last.
  public record Listed(Conversation state, long lastNanos) {}

  /// Asks through this session.
  public BotConversations(ReadSession session) {
    this.session = session;
  }

  /// How many there are.
  public long count(int workspace, Wanted wanted) {
    Query query =
        new Query(
            "select count(*) " + matching(wanted),
            workspace,
            wanted.botId(),
            wanted.contactId(),
            wanted.fromNanos(),
            wanted.toNanos());
    return session.list(workspace, query, row -> row.getLong(1)).getFirst();
  }

  /// Some of them, the latest first.
  public List<Listed> page(int workspace, Wanted wanted, long offset, int limit) {
    Query query =
        new Query(
            "select v.state, last.at_nanos "
                + matching(wanted)
                + " order by last.at_nanos desc, v.id limit ? offset ?",
            workspace,
            wanted.botId(),
            wanted.contactId(),
            wanted.fromNanos(),
            wanted.toNanos(),
            limit,
            offset);
    return session.list(
        workspace, query, row -> new Listed(Pack.conversation(row.getBytes(1)), row.getLong(2)));
  }

  private static String matching(Wanted wanted) {
    return wanted.direct() ? MATCHING + DIRECT : MATCHING;
  }
}
