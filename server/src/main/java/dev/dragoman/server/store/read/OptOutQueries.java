package dev.dragoman.server.store.read;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The opt-out book as a list shows it: with the contact, if there still is one, and the leg that
/// proves it. Thread-safe.
public final class OptOutQueries {
  private static final String ENTRY =
      """
      select encode(substring(o.hash from 1 for 12), 'hex'), o.realm, o.reason, o.at_nanos,
        o.conversation, o.sequence, c.id, c.body,
        (select l.body from leg l where l.workspace = o.workspace
          and l.conversation = o.conversation and l.first_sequence <= o.sequence and not l.erased
          order by l.first_sequence desc, l.leg desc limit 1)
      from opt_out o
      left join contact_identity i
        on i.workspace = o.workspace and i.realm = o.realm and i.hash = o.hash
      left join contact c on c.workspace = i.workspace and c.id = i.contact and not c.erased
      where o.workspace = ?""";
  private static final String AFTER =
      ENTRY
          + " and substring(o.hash from 1 for 12) > decode(?, 'hex')"
          + " order by substring(o.hash from 1 for 12) limit ?";
  private static final String ONE =
      ENTRY + " and substring(o.hash from 1 for 12) = decode(?, 'hex')";

  private final ReadSession session;

  /// One entry.
  ///
  /// @param phone of the contact, or null when there is none any more, or it has none
  /// @param proof where the words stand, or null when nobody said any
  public record Listed(
      String id,
      String realm,
      OptOutBook.Reason reason,
      long atNanos,
      @Nullable String contactId,
      @Nullable String phone,
      @Nullable Proof proof) {}

  /// Where the words stand that took somebody out.
  ///
  /// @param words what was said, or null when its leg is gone
  public record Proof(String conversationId, long sequence, @Nullable String words) {}

  /// Asks through this session.
  public OptOutQueries(ReadSession session) {
    this.session = session;
  }

  /// At most `limit` entries after an id, in the order of their ids.
  public List<Listed> after(int workspace, String id, int limit) {
    return session.list(workspace, new Query(AFTER, workspace, id, limit), OptOutQueries::listed);
  }

  /// The entry of that id.
  public Optional<Listed> get(int workspace, String id) {
    return session.one(workspace, new Query(ONE, workspace, id), OptOutQueries::listed);
  }

  private static Listed listed(ResultSet row) throws SQLException {
    byte[] body = row.getBytes(8);
    String phone =
        body == null ? null : ContactBody.unpack(body).identities().text(OptOutBook.PHONE);
    return new Listed(
        row.getString(1),
        row.getString(2),
        OptOutBook.reason(row.getString(3)),
        row.getLong(4),
        row.getString(7),
        phone,
        proof(row));
  }

  private static @Nullable Proof proof(ResultSet row) throws SQLException {
    String conversation = row.getString(5);
    if (conversation == null) {
      return null;
    }
    byte[] leg = row.getBytes(9);
    return new Proof(conversation, row.getLong(6), leg == null ? null : words(Pack.leg(leg)));
  }

  private static @Nullable String words(Leg leg) {
    for (Event event : leg.told().events()) {
      if (event instanceof Event.OptedOut(var words)) {
        return words;
      }
    }
    return null;
  }
}
