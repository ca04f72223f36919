package dev.dragoman.server.store;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Timer rows: written by the ledger, found here by whoever wakes conversations. Thread-safe.
public final class Timers {
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String WORKSPACES =
      """
      select w.workspace from workspace w
      where exists (
        select from timer t where t.workspace = w.workspace and t.due_nanos <= %s)
      order by w.workspace\
      """
          .formatted(NOW);
  private static final String DUE =
      """
      select conversation, generation, due_nanos from timer
      where workspace = ? and due_nanos <= %s
        and (due_nanos, conversation, generation) > (?, ?, ?)
      order by due_nanos, conversation, generation limit ?\
      """
          .formatted(NOW);
  private static final String DROP =
      """
      delete from timer
      where workspace = ? and due_nanos = ? and conversation = ? and generation = ?\
      """;

  private final Jdbi jdbi;

  /// A timer that is due.
  public record Due(int workspace, String conversationId, int generation, long dueNanos) {}

  /// Works on this pool.
  public Timers(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The workspaces that have something due.
  public List<Integer> workspacesWithDue() {
    return jdbi.withHandle(handle -> handle.select(WORKSPACES).mapTo(Integer.class).list());
  }

  /// Ahead of all that may be due in a workspace.
  public static Due first(int workspace) {
    return new Due(workspace, "", 0, 0);
  }

  /// What is due in its workspace behind this one, longest due first, at most `limit`.
  public List<Due> due(Due behind, int limit) {
    int workspace = behind.workspace();
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    DUE,
                    workspace,
                    behind.dueNanos(),
                    behind.conversationId(),
                    behind.generation(),
                    limit)
                .map(
                    (row, _) -> new Due(workspace, row.getString(1), row.getInt(2), row.getLong(3)))
                .list());
  }

  /// Removes a row whose conversation does not know the timer any more.
  public void drop(Due due) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                DROP, due.workspace(), due.dueNanos(), due.conversationId(), due.generation()));
  }
}
