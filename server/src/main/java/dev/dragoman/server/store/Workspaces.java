package dev.dragoman.server.store;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The tenants. Thread-safe.
public final class Workspaces {
  private final Jdbi jdbi;

  /// A tenant.
  public record Workspace(int number, String name) {}

  /// Works on this pool.
  public Workspaces(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The first workspace, made with this name when there is none; once, however many nodes start.
  public Workspace first(String name) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(4815162342)");
          Optional<Workspace> known =
              handle
                  .select("select workspace, name from workspace order by workspace limit 1")
                  .map((row, _) -> new Workspace(row.getInt(1), row.getString(2)))
                  .findOne();
          return known.orElseGet(() -> made(handle, name));
        });
  }

  /// Makes another one.
  public Workspace make(String name) {
    return jdbi.withHandle(handle -> made(handle, name));
  }

  private static Workspace made(Handle handle, String name) {
    return handle
        .select("insert into workspace (name) values (?) returning workspace, name", name)
        .map((row, _) -> new Workspace(row.getInt(1), row.getString(2)))
        .one();
  }

  /// A workspace by its number.
  public Optional<Workspace> get(int number) {
    return jdbi.withHandle(
        handle ->
            handle
                .select("select workspace, name from workspace where workspace = ?", number)
                .map((row, _) -> new Workspace(row.getInt(1), row.getString(2)))
                .findOne());
  }

  /// All of them, oldest first.
  public List<Workspace> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .select("select workspace, name from workspace order by workspace")
                .map((row, _) -> new Workspace(row.getInt(1), row.getString(2)))
                .list());
  }
}
