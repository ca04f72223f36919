package dev.dragoman.server.store.read;

import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Contacts as a list shows them. Thread-safe.
public final class ContactQueries {
  private static final String CONTACT = "select id, erased, body from contact where workspace = ?";

  private final ReadSession session;

  /// A contact; an erased one has an empty body.
  public record Listed(String id, boolean erased, ContactBody body) {}

  /// Asks through this session.
  public ContactQueries(ReadSession session) {
    this.session = session;
  }

  /// At most `limit` contacts after an id, in the order of their ids, erased ones left out.
  public List<Listed> after(int workspace, String id, int limit) {
    Query query =
        new Query(CONTACT + " and id > ? and not erased order by id limit ?", workspace, id, limit);
    return session.list(workspace, query, ContactQueries::listed);
  }

  /// The contact of that id, erased or not.
  public Optional<Listed> get(int workspace, String id) {
    Query query = new Query(CONTACT + " and id = ?", workspace, id);
    return session.one(workspace, query, ContactQueries::listed);
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(row.getString(1), row.getBoolean(2), ContactBody.unpack(row.getBytes(3)));
  }
}
