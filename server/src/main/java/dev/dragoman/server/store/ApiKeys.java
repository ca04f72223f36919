package dev.dragoman.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The rows of keys: keyed hashes and what they open. Thread-safe.
public final class ApiKeys {
  private static final String FIND =
      """
      select id, workspace, kind, bot, name, expires_nanos from api_key
      where hash = ? and revoked_nanos is null
        and (expires_nanos is null
          or expires_nanos > (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000)""";
  private static final String INSERT =
      """
      insert into api_key (workspace, id, hash, kind, bot, name, created_nanos, expires_nanos, sealed)
      values (?, ?, ?, ?, ?, ?, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000, ?,
        nullif(?, ''::bytea))
      on conflict do nothing""";
  private static final String REVOKE =
      """
      update api_key set revoked_nanos = (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000
      where workspace = ? and id = ? and revoked_nanos is null""";
  private static final String ALL =
      """
      select id, workspace, kind, bot, name, expires_nanos from api_key
      where workspace = ? and revoked_nanos is null order by created_nanos, id""";

  private final Jdbi jdbi;

  /// A key without the key.
  public record Row(
      String id,
      int workspace,
      String kind,
      @Nullable String subject,
      String name,
      @Nullable Long expiresNanos) {}

  /// Works on this pool.
  public ApiKeys(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The row of a hash that is neither revoked nor expired.
  public Optional<Row> find(byte[] hash) {
    return jdbi.withHandle(handle -> handle.select(FIND, hash).map((row, _) -> row(row)).findOne());
  }

  /// Adds a key; false when that hash, or that id in its workspace, is taken.
  ///
  /// @param sealed the key itself, sealed, when it has to be sent back; else empty
  public boolean insert(Row row, byte[] hash, byte[] sealed) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    INSERT,
                    row.workspace(),
                    row.id(),
                    hash,
                    row.kind(),
                    row.subject(),
                    row.name(),
                    row.expiresNanos(),
                    sealed)
                == 1);
  }

  /// A key as it was sealed, if it was; also of one that is revoked.
  public Optional<byte[]> sealed(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select sealed from api_key where workspace = ? and id = ?"
                        + " and sealed is not null",
                    workspace,
                    id)
                .map((row, _) -> row.getBytes(1))
                .findOne());
  }

  /// The id of the newest key of this kind for this subject that is not revoked.
  public Optional<String> newest(int workspace, String kind, String subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select id from api_key where workspace = ? and kind = ? and bot = ?"
                        + " and revoked_nanos is null order by created_nanos desc, id desc limit 1",
                    workspace,
                    kind,
                    subject)
                .mapTo(String.class)
                .findOne());
  }

  /// Whether there is a key of this kind for this subject.
  public boolean exists(int workspace, String kind, @Nullable String subject) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select 1 from api_key where workspace = ? and kind = ? and bot = ?"
                        + " and revoked_nanos is null limit 1",
                    workspace,
                    kind,
                    subject)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /// Ends a key; false when there is none of this id.
  public boolean revoke(int workspace, String id) {
    return jdbi.withHandle(handle -> handle.execute(REVOKE, workspace, id) == 1);
  }

  /// The keys of a workspace that are not revoked.
  public List<Row> all(int workspace) {
    return jdbi.withHandle(
        handle -> handle.select(ALL, workspace).map((row, _) -> row(row)).list());
  }

  private static Row row(ResultSet row) throws SQLException {
    long expires = row.getLong(6);
    Long end = row.wasNull() ? null : expires;
    return new Row(
        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), end);
  }
}
