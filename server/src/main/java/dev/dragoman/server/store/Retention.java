package dev.dragoman.server.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// How long each class of data is kept, and the deletion of what needs no decision. Thread-safe.
public final class Retention {
  private static final String FILES =
      """
      with old as (
        delete from file where ctid = any(array(
          select ctid from file where workspace = ? and at_nanos <
            (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 - ? limit ?))
        returning workspace, id)
      delete from file_chunk k using old where k.workspace = old.workspace and k.file = old.id""";

  private final Jdbi jdbi;
  private final Map<Kept, Integer> standard;

  /// The classes; what a workspace says in days wins over the default.
  public enum Kept {
    /// Rows of the audit.
    AUDIT("audit", 730),
    /// Settled deliveries and dead letters.
    DELIVERY("delivery", 30),
    /// Inputs that could not be written.
    POISONED("poisoned", 90),
    /// Files, with what they hold.
    FILE("file", 365);

    private final String table;
    private final int defaultDays;

    Kept(String table, int defaultDays) {
      this.table = table;
      this.defaultDays = defaultDays;
    }

    private String delete() {
      return this == FILE ? FILES : rows();
    }

    private String rows() {
      return """
      delete from %1$s where ctid = any(array(
        select ctid from %1$s where workspace = ? and at_nanos <
          (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 - ? limit ?))"""
          .formatted(table);
    }
  }

  /// Works on this pool; `standard` are the days where a workspace says nothing, 0 for ever.
  public Retention(DataSource pool, Map<Kept, Integer> standard) {
    this.jdbi = Jdbi.create(pool);
    this.standard = Map.copyOf(standard);
  }

  /// Deletes at most `limit` rows of each class and workspace that are past their time; returns
  /// how many.
  public int sweep(int limit) {
    return jdbi.withHandle(
        handle -> {
          int deleted = 0;
          List<Integer> workspaces =
              handle.select("select workspace from workspace").mapTo(Integer.class).list();
          for (int workspace : workspaces) {
            Map<String, Integer> days = days(workspace);
            for (Kept one : Kept.values()) {
              int kept = days.getOrDefault(one.table, standard.getOrDefault(one, one.defaultDays));
              if (kept > 0) {
                deleted +=
                    handle.execute(one.delete(), workspace, Duration.ofDays(kept).toNanos(), limit);
              }
            }
          }
          return deleted;
        });
  }

  private Map<String, Integer> days(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .select("select class, days from retention where workspace = ?", workspace)
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
