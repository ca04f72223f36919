package dev.dragoman.server.store.read;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was committed between two snapshots, in the order of each conversation. Thread-safe.
///
/// A leg that a snapshot shows has all earlier legs of its conversation shown too, for each was
/// committed before the next could take the conversation's lock. So what lies between two snapshots
/// is without holes, which is true of no order of transaction numbers.
public final class FeedQueries {
  private static final String LEGS =
      """
      select v.bot, g.conversation, v.contact, g.leg, g.erased, g.body from leg g
      join conversation v on v.workspace = g.workspace and v.id = g.conversation
      where g.workspace = ?\
      """;
  private static final String BETWEEN =
      """
       and g.xid >= ? and not pg_visible_in_snapshot(g.xid::text::xid8, ?::pg_snapshot)
      and pg_visible_in_snapshot(g.xid::text::xid8, ?::pg_snapshot)
      and (g.conversation, g.leg) >= (?, ?) and v.bot = coalesce(?, v.bot)
      order by g.conversation, g.leg limit ?\
      """;
  // Begins with the leg that the sequence lies in, which may have been told in part only.
  private static final String OF_ONE =
      """
       and g.conversation = ? and g.leg > ? and g.first_sequence >= coalesce((
        select max(first_sequence) from leg
        where workspace = ? and conversation = ? and first_sequence <= ?), 0)
      order by g.first_sequence, g.leg limit ?\
      """;

  private final ReadSession session;

  /// Whose a leg is.
  public record Whose(String botId, String conversationId, String contactId) {}

  /// A leg with its number; null when it was erased.
  public record Fed(Whose whose, int number, @Nullable Leg leg) {}

  /// What is asked for.
  ///
  /// @param since a snapshot; what it shows was told
  /// @param until a later one; what it does not show is told later
  /// @param conversationId none before this
  /// @param leg and of that one no leg before this
  /// @param botId null for all bots
  public record Window(
      String since, String until, String conversationId, int leg, @Nullable String botId) {}

  /// An event of the workspace's own stream.
  public record Noticed(long sequence, long atNanos, String kind, Value.Obj data) {}

  /// Asks through this session.
  public FeedQueries(ReadSession session) {
    this.session = session;
  }

  /// What is committed by now, as PostgreSQL writes it: `xmin:xmax:running`.
  public String now(int workspace) {
    return session
        .one(workspace, new Query("select pg_current_snapshot()::text"), row -> row.getString(1))
        .orElseThrow();
  }

  /// At most `limit` legs of a window, by conversation and number.
  public List<Fed> legs(int workspace, Window window, int limit) {
    String since = window.since();
    Query query =
        new Query(
            LEGS + BETWEEN,
            workspace,
            Long.parseLong(since.substring(0, since.indexOf(':'))),
            since,
            window.until(),
            window.conversationId(),
            window.leg(),
            window.botId(),
            limit);
    return session.list(workspace, query, FeedQueries::fed);
  }

  /// At most `limit` legs of a conversation with events after a sequence, past a leg's number.
  public List<Fed> legs(int workspace, String conversationId, Passed passed, int limit) {
    Query query =
        new Query(
            LEGS + OF_ONE,
            workspace,
            conversationId,
            passed.leg(),
            workspace,
            conversationId,
            passed.sequence() + 1,
            limit);
    return session.list(workspace, query, FeedQueries::fed);
  }

  /// Everything up to here is told.
  public record Passed(long sequence, int leg) {}

  private static Fed fed(ResultSet row) throws SQLException {
    return new Fed(
        new Whose(row.getString(1), row.getString(2), row.getString(3)),
        row.getInt(4),
        row.getBoolean(5) ? null : Pack.leg(row.getBytes(6)));
  }

  /// The last event of the workspace's own stream, 0 before the first.
  public long lastNotice(int workspace) {
    return session
        .one(
            workspace,
            new Query("select sequence from notice_stream where workspace = ?", workspace),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /// At most `limit` events of the workspace's own stream after a sequence.
  public List<Noticed> notices(int workspace, long after, int limit) {
    Query query =
        new Query(
            "select sequence, at_nanos, kind, data from notice where workspace = ?"
                + " and sequence > ? order by sequence limit ?",
            workspace,
            after,
            limit);
    return session.list(workspace, query, FeedQueries::noticed);
  }

  private static Noticed noticed(ResultSet row) throws SQLException {
    Value data = Pack.value(row.getBytes(4));
    return new Noticed(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        data instanceof Value.Obj object ? object : Value.Obj.EMPTY);
  }
}
