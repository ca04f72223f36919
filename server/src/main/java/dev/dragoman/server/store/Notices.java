package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The workspace's own stream of events. Thread-safe.
public final class Notices {
  private static final String NEXT =
      """
      insert into notice_stream as s (workspace, sequence) values (?, 1)
      on conflict (workspace) do update set sequence = s.sequence + 1 returning sequence""";
  private static final String INSERT =
      "insert into notice (workspace, sequence, at_nanos, kind, data) values (?, ?, "
          + Lanes.NOW
          + ", ?, ?)";
  private static final String WAKE =
      """
      insert into lane as l (workspace, stream, endpoint, sequence, idle, due_nanos)
      values (?, 'workspace', ?, ?, false, %s)
      on conflict (workspace, stream, endpoint) do update set sequence = excluded.sequence,
        attempts = 0, refusals = 0, idle = false, due_nanos = excluded.due_nanos,
        token = l.token + 1
        where l.idle"""
          .formatted(Lanes.NOW);
  private static final String AFTER =
      """
      select sequence, at_nanos, kind, data from notice
      where workspace = ? and sequence > ? order by sequence limit ?""";

  private final Jdbi jdbi;

  /// One event of a workspace.
  public record Row(long sequence, long atNanos, String kind, Value.Obj data) {}

  /// Works on this pool.
  public Notices(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Appends an event and wakes the lanes of those who hear of it; returns its sequence.
  public long append(int workspace, String kind, Value.Obj data, List<String> endpointIds) {
    return jdbi.inTransaction(
        handle -> {
          long sequence = handle.select(NEXT, workspace).mapTo(Long.class).one();
          handle.execute(INSERT, workspace, sequence, kind, Pack.pack(data));
          endpointIds.stream()
              .sorted()
              .forEach(endpoint -> handle.execute(WAKE, workspace, endpoint, sequence - 1));
          return sequence;
        });
  }

  /// At most `limit` events after a sequence.
  public List<Row> after(int workspace, long sequence, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(AFTER, workspace, sequence, limit)
                .map(
                    (row, _) ->
                        new Row(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            Pack.value(row.getBytes(4)) instanceof Value.Obj data
                                ? data
                                : Value.Obj.EMPTY))
                .list());
  }
}
