package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The sessions of a story, newest first: written by the ledger, read here. Thread-safe.
public final class SessionList {
  private static final String PAGE =
      """
      select s.id, s.begun_nanos, s.ended_nanos, c.body from session_listed s
      left join conversation v on v.workspace = s.workspace and v.id = s.conversation
      left join contact c on c.workspace = s.workspace and c.id = v.contact and not c.erased
      where s.workspace = ? and s.bot = ? and s.story = ? and s.begun_nanos between ? and ?
        and (s.begun_nanos, s.id) < (?, ?)
      order by s.begun_nanos desc, s.id desc limit ?""";
  private static final String BEGUN =
      "select begun_nanos from session_listed where workspace = ? and conversation = ? and id = ?";

  private static final ContactBody NOBODY = new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY);

  private final Jdbi jdbi;

  /// A session: when it began and ended (0: not yet), and whose it is.
  public record Listed(String id, long begunNanos, long endedNanos, ContactBody contact) {}

  /// The first story of the sessions.
  public record Of(int workspace, String botId, String storyId) {}

  /// When they began, from and up to nanoseconds since 1970, both included.
  public record During(long fromNanos, long uptoNanos) {}

  /// A session that was listed: what comes after it is older.
  public record Mark(long begunNanos, String id) {
    /// Before the newest.
    public static final Mark START = new Mark(Long.MAX_VALUE, "");
  }

  /// Reads from this pool.
  public SessionList(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// At most `limit` of them after `mark`.
  public List<Listed> page(Of of, During during, Mark mark, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    PAGE,
                    of.workspace(),
                    of.botId(),
                    of.storyId(),
                    during.fromNanos(),
                    during.uptoNanos(),
                    mark.begunNanos(),
                    mark.id(),
                    limit)
                .map((row, _) -> listed(row))
                .list());
  }

  private static Listed listed(ResultSet row) throws SQLException {
    byte[] body = row.getBytes(4);
    ContactBody contact = body == null ? NOBODY : ContactBody.unpack(body);
    return new Listed(row.getString(1), row.getLong(2), row.getLong(3), contact);
  }

  /// Where a session stands in the list.
  public Optional<Mark> mark(int workspace, String conversationId, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(BEGUN, workspace, conversationId, id)
                .map((row, _) -> new Mark(row.getLong(1), id))
                .findOne());
  }
}
