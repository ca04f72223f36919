package dev.dragoman.server.store;

import dev.dragoman.core.pack.Pack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Deletes conversations in which nothing has happened for as long as they are kept, with all that
/// belongs to them; their contact stays. Thread-safe.
///
/// No column tells when something last happened, because no column that a turn changes may be
/// indexed: every state is read, a page at a time, and looked at again under its lock.
public final class OldConversations {
  private static final int PAGE = 200;
  private static final String PAGE_AFTER =
      """
      select id, version, state, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000
      from conversation where workspace = ? and id > ? order by id limit ?""";
  private static final String LOCK =
      """
      select id, version from conversation where workspace = ? and id = any(?)
      order by id for update skip locked""";
  private static final List<String> BELONGINGS =
      List.of(
          "delete from leg where workspace = ? and conversation = any(?)",
          "delete from session_listed where workspace = ? and conversation = any(?)",
          "delete from checkpoint where workspace = ? and conversation = any(?)",
          "delete from address where workspace = ? and conversation = any(?)",
          "delete from timer where workspace = ? and conversation = any(?)",
          "delete from delivery where workspace = ? and stream = any(?)",
          """
          delete from file_chunk k using file f
          where k.workspace = ? and f.workspace = k.workspace and k.file = f.id
            and f.conversation = any(?)""",
          "delete from file where workspace = ? and conversation = any(?)",
          "delete from conversation where workspace = ? and id = any(?)");

  private final Jdbi jdbi;

  private record Seen(String id, int version, boolean old) {}

  /// Works on this pool.
  public OldConversations(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
    jdbi.registerArrayType(String.class, "text");
  }

  /// Goes through all conversations once; returns how many went.
  ///
  /// @param days how long where the workspace says nothing; 0 for ever
  public long sweep(int days) {
    long gone = 0;
    for (Map.Entry<Integer, Integer> workspace : days(days).entrySet()) {
      if (workspace.getValue() > 0) {
        gone += sweep(workspace.getKey(), Duration.ofDays(workspace.getValue()).toNanos());
      }
    }
    return gone;
  }

  private Map<Integer, Integer> days(int standard) {
    return jdbi.withHandle(
        handle -> {
          Map<Integer, Integer> days = new HashMap<>();
          handle
              .select(
                  """
                  select w.workspace, coalesce(r.days, ?) from workspace w
                  left join retention r on r.workspace = w.workspace and r.class = 'conversation'""",
                  standard)
              .map((row, _) -> Map.entry(row.getInt(1), row.getInt(2)))
              .forEach(entry -> days.put(entry.getKey(), entry.getValue()));
          return days;
        });
  }

  private long sweep(int workspace, long keptNanos) {
    long gone = 0;
    List<Seen> page = page(workspace, "", keptNanos);
    while (!page.isEmpty()) {
      List<Seen> old = page.stream().filter(Seen::old).toList();
      if (!old.isEmpty()) {
        gone +=
            jdbi.<Integer, RuntimeException>inTransaction(handle -> delete(handle, workspace, old));
      }
      page = page(workspace, page.getLast().id(), keptNanos);
    }
    return gone;
  }

  private List<Seen> page(int workspace, String after, long keptNanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(PAGE_AFTER, workspace, after, PAGE)
                .map(
                    (row, _) -> {
                      long last = Pack.conversation(row.getBytes(3)).progress().lastNanos();
                      return new Seen(
                          row.getString(1), row.getInt(2), last < row.getLong(4) - keptNanos);
                    })
                .list());
  }

  /// One that has changed meanwhile, or is held, is not old.
  private static int delete(Handle handle, int workspace, List<Seen> old) {
    Map<String, Integer> versions = new HashMap<>();
    old.forEach(one -> versions.put(one.id(), one.version()));
    List<String> locked = new ArrayList<>();
    handle
        .select(LOCK, workspace, versions.keySet().toArray(String[]::new))
        .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(
            row -> {
              if (row.getValue().equals(versions.get(row.getKey()))) {
                locked.add(row.getKey());
              }
            });
    String[] ids = locked.toArray(String[]::new);
    BELONGINGS.forEach(sql -> handle.execute(sql, workspace, ids));
    return ids.length;
  }
}
