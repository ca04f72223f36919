package dev.dragoman.server.store;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Endpoint rows. Every change raises the workspace's revision, by which committers learn of it.
/// Thread-safe.
public final class Endpoints {
  private static final String COLUMNS =
      "select id, bot, dialect, name, status, version, created_nanos, definition from endpoint"
          + " where workspace = ?";
  private static final String RAISE =
      "update workspace set revision = revision + 1 where workspace = ?";
  private static final String REST =
      "update lane set idle = true, token = token + 1"
          + " where workspace = ? and endpoint = ? and not idle and ends is null";
  private static final String DROP_AGAIN =
      "delete from lane where workspace = ? and endpoint = ? and ends is not null";

  private final Jdbi jdbi;

  /// An endpoint as it is stored.
  ///
  /// @param botId null for all bots
  /// @param sealed the definition, sealed
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored, never compared.
  public record Row(
      String id,
      @Nullable String botId,
      String dialect,
      String name,
      String status,
      int version,
      long createdNanos,
      byte[] sealed) {}

  /// Works on this pool.
  public Endpoints(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// All of a workspace, by id.
  public List<Row> all(int workspace) {
    return jdbi.withHandle(
        handle -> handle.select(COLUMNS + " order by id", workspace).map(Endpoints::row).list());
  }

  /// One by its id.
  public Optional<Row> get(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle.select(COLUMNS + " and id = ?", workspace, id).map(Endpoints::row).findOne());
  }

  private static Row row(java.sql.ResultSet row, StatementContext context)
      throws java.sql.SQLException {
    return new Row(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getLong(7),
        row.getBytes(8));
  }

  /// Makes one; false when its id is taken.
  public boolean insert(int workspace, Row row) {
    return change(
            workspace,
            handle ->
                handle.execute(
                    "insert into endpoint (workspace, id, bot, dialect, name, status, version,"
                        + " created_nanos, definition) values (?, ?, ?, ?, ?, ?, 1, ?, ?)"
                        + " on conflict do nothing",
                    workspace,
                    row.id(),
                    row.botId(),
                    row.dialect(),
                    row.name(),
                    row.status(),
                    row.createdNanos(),
                    row.sealed()))
        == 1;
  }

  /// Changes one that has the version that was read; false when it has another by now.
  public boolean update(int workspace, Row row) {
    return change(
            workspace,
            handle ->
                handle.execute(
                    "update endpoint set name = ?, definition = ?, version = version + 1"
                        + " where workspace = ? and id = ? and version = ?",
                    row.name(),
                    row.sealed(),
                    workspace,
                    row.id(),
                    row.version()))
        == 1;
  }

  /// Stops calling one; what happens meanwhile waits in its lanes. False when it is not active.
  public boolean pause(int workspace, String id) {
    return change(workspace, handle -> status(handle, workspace, id, "PAUSED")) == 1;
  }

  /// Calls one again; false when there is none.
  public boolean resume(int workspace, String id) {
    return change(
            workspace,
            handle -> {
              // The row first: whoever parks a lane meanwhile holds it, and is seen afterwards.
              int found = status(handle, workspace, id, "ACTIVE");
              handle.execute(
                  "update lane set due_nanos = "
                      + Lanes.NOW
                      + " where workspace = ? and endpoint = ? and not idle and due_nanos = ?",
                  workspace,
                  id,
                  Lanes.PARKED);
              return found;
            })
        == 1;
  }

  /// Calls one no more and forgets what its lanes had to tell; false when it was so already.
  public boolean disable(int workspace, String id) {
    return change(
            workspace,
            handle -> {
              int found =
                  handle.execute(
                      "update endpoint set status = 'DISABLED'"
                          + " where workspace = ? and id = ? and status <> 'DISABLED'",
                      workspace,
                      id);
              handle.execute(REST, workspace, id);
              handle.execute(DROP_AGAIN, workspace, id);
              return found;
            })
        == 1;
  }

  /// Lets the lanes that a dead delivery holds go on.
  public void letGo(int workspace, String id) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update lane set due_nanos = "
                    + Lanes.NOW
                    + " where workspace = ? and endpoint = ? and not idle and due_nanos = ?",
                workspace,
                id,
                Lanes.HELD));
  }

  /// Removes one with its lanes; what it was told stays in the ledger of deliveries.
  public boolean delete(int workspace, String id) {
    return change(
            workspace,
            handle -> {
              int found =
                  handle.execute(
                      "delete from endpoint where workspace = ? and id = ?", workspace, id);
              handle.execute(
                  "delete from lane where workspace = ? and endpoint = ?", workspace, id);
              return found;
            })
        == 1;
  }

  private static int status(Handle handle, int workspace, String id, String status) {
    return handle.execute(
        "update endpoint set status = ? where workspace = ? and id = ?", status, workspace, id);
  }

  private interface Change {
    int on(Handle handle);
  }

  private int change(int workspace, Change change) {
    return jdbi.inTransaction(
        handle -> {
          int rows = change.on(handle);
          handle.execute(RAISE, workspace);
          return rows;
        });
  }
}
