package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Batches on PostgreSQL: three round trips each, on a connection that is opened when it is
// missing.
final class PgBatchStore implements BatchStore {
  private static final String POISON =
      """
      insert into poisoned (workspace, turn, conversation, at_nanos, code)
      values (?, ?, ?, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000, ?)
      on conflict do nothing""";

  private final BatchConnections connections;
  private @Nullable Connection connection;
  private @Nullable Script script;

  PgBatchStore(BatchConnections connections) {
    this.connections = connections;
  }

  @Override
  public Looked look(Lookup lookup) throws StoreFailure {
    LookScript look = new LookScript(lookup);
    run(look.parts());
    return look.looked();
  }

  @Override
  public List<LaneClaim> write(Writes writes) throws StoreFailure {
    WriteScript write = new WriteScript(writes);
    run(write.parts());
    return write.claimed();
  }

  @Override
  public void commit() throws StoreFailure {
    try {
      open().commit();
    } catch (SQLException e) {
      cutOff();
      throw SqlFailures.ofCommit(e);
    }
  }

  @Override
  public void rollback() {
    Connection open = connection;
    try {
      if (open != null) {
        open.rollback();
      }
    } catch (SQLException e) {
      cutOff();
    }
  }

  @Override
  public void poison(int workspace, String turnId, String conversationId, String code)
      throws StoreFailure {
    run(
        List.of(
            new Part(
                POISON,
                new Script.Result.Count(Script.ANY),
                workspace,
                turnId,
                conversationId,
                code)));
    commit();
  }

  private void run(List<Part> parts) throws StoreFailure {
    try {
      open();
      Script ready = script;
      if (ready != null) {
        ready.run(parts);
      }
    } catch (SQLException e) {
      StoreFailure failure = SqlFailures.of(e);
      if (failure.kind() == StoreFailure.Kind.BROKEN) {
        cutOff();
      }
      throw failure;
    }
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.open();
      connection = open;
      script = new Script(open);
    }
    return open;
  }

  private void cutOff() {
    Connection open = connection;
    connection = null;
    script = null;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException gone) {
        // It is gone, which is what was wanted.
        return;
      }
    }
  }

  @Override
  public void close() {
    cutOff();
  }
}
