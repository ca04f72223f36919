package dev.dragoman.server.store.read;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conversations and what was recorded of them. Thread-safe.
public final class ConversationQueries {
  private static final String CONVERSATION =
      """
      select v.id, v.state, c.erased from conversation v
      join contact c on c.workspace = v.workspace and c.id = v.contact
      where v.workspace = ?\
      """;
  private static final String LEG =
      """
      select leg, turn, first_sequence, at_nanos, settled, erased, body from leg
      where workspace = ? and conversation = ?\
      """;

  private final ReadSession session;

  /// A conversation as it was last committed.
  public record Stored(String id, Conversation state, boolean erased) {}

  /// Which conversations: null for any.
  public record Filter(@Nullable String botId, @Nullable String contactId) {}

  /// Asks through this session.
  public ConversationQueries(ReadSession session) {
    this.session = session;
  }

  /// The conversation of that id.
  public Optional<Stored> get(int workspace, String id) {
    return session.one(
        workspace,
        new Query(CONVERSATION + " and v.id = ?", workspace, id),
        ConversationQueries::stored);
  }

  /// At most `limit` conversations after an id, in the order of their ids.
  public List<Stored> after(int workspace, Filter filter, String id, int limit) {
    Query query =
        new Query(
            CONVERSATION
                + " and v.id > ? and v.bot = coalesce(?, v.bot)"
                + " and v.contact = coalesce(?, v.contact) order by v.id limit ?",
            workspace,
            id,
            filter.botId(),
            filter.contactId(),
            limit);
    return session.list(workspace, query, ConversationQueries::stored);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getString(1), Pack.conversation(row.getBytes(2)), row.getBoolean(3));
  }

  /// A place in the history: legs are in the order of these.
  public record Place(long firstSequence, int leg) {
    /// Before everything.
    public static final Place START = new Place(0, 0);
  }

  /// At most `limit` legs from a place on, oldest first.
  public List<StoredLeg> legs(int workspace, String conversationId, Place from, int limit) {
    Query query =
        new Query(
            LEG + " and (first_sequence, leg) >= (?, ?) order by first_sequence, leg limit ?",
            workspace,
            conversationId,
            from.firstSequence(),
            from.leg(),
            limit);
    return session.list(workspace, query, ConversationQueries::leg);
  }

  /// At most `limit` legs before a place, newest first.
  public List<StoredLeg> legsBefore(int workspace, String conversationId, Place before, int limit) {
    Query query =
        new Query(
            LEG
                + " and (first_sequence, leg) < (?, ?)"
                + " order by first_sequence desc, leg desc limit ?",
            workspace,
            conversationId,
            before.firstSequence(),
            before.leg(),
            limit);
    return session.list(workspace, query, ConversationQueries::leg);
  }

  /// The legs of one turn, in order.
  public List<StoredLeg> turn(int workspace, String conversationId, String turnId) {
    Query query =
        new Query(
            LEG + " and turn = ? order by first_sequence, leg", workspace, conversationId, turnId);
    return session.list(workspace, query, ConversationQueries::leg);
  }

  private static StoredLeg leg(ResultSet row) throws SQLException {
    boolean erased = row.getBoolean(6);
    return new StoredLeg(
        new StoredLeg.Envelope(
            row.getInt(1), row.getString(2), row.getLong(3), row.getLong(4), row.getBoolean(5)),
        erased ? null : Pack.leg(row.getBytes(7)));
  }
}
