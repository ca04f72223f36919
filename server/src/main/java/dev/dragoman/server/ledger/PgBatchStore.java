package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Batches on PostgreSQL: three round trips each, on a connection that is opened when missing.
final class PgBatchStore implements BatchStore {
  private static final String POISON =
      """
      insert into poisoned (workspace, turn, conversation, at_nanos, code)
      values (?, ?, ?, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000, ?)
      on conflict do nothing""";

  /// The driver's own BEGIN is a message of its own, answered by itself: as the first statement of
  /// the look it costs no packet.
  private static final Part BEGIN = new Part("begin", new Script.Result.Count(Script.ANY));

  private static final List<Part> COMMIT =
      List.of(new Part("commit", new Script.Result.Count(Script.ANY)));
  private static final List<Part> ROLLBACK =
      List.of(new Part("rollback", new Script.Result.Count(Script.ANY)));

  private final BatchConnections connections;
  private boolean begun;
  private int roundTrips;
  private @Nullable Connection connection;
  private @Nullable Script script;

  PgBatchStore(BatchConnections connections) {
    this.connections = connections;
  }

  @Override
  public Looked look(Lookup lookup) throws StoreFailure {
    LookScript look = new LookScript(lookup);
    List<Part> parts = new ArrayList<>();
    parts.add(BEGIN);
    parts.addAll(look.parts());
    begun = true;
    roundTrips = 0;
    run(parts);
    return look.looked();
  }

  @Override
  public List<LaneClaim> write(Writes writes) throws StoreFailure {
    WriteScript write = new WriteScript(writes);
    run(write.parts());
    return write.claimed();
  }

  @Override
  public int commit() throws StoreFailure {
    try {
      script().run(COMMIT);
      begun = false;
      return roundTrips + 1;
    } catch (SQLException e) {
      cutOff();
      throw SqlFailures.ofCommit(e);
    }
  }

  @Override
  public void rollback() {
    try {
      if (begun && script != null) {
        script.run(ROLLBACK);
      }
    } catch (SQLException | StoreFailure e) {
      cutOff();
    }
    begun = false;
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
  }

  private void run(List<Part> parts) throws StoreFailure {
    try {
      script().run(parts);
      roundTrips++;
    } catch (SQLException e) {
      StoreFailure failure = SqlFailures.of(e);
      if (failure.kind() == StoreFailure.Kind.BROKEN) {
        cutOff();
      } else {
        rollback();
      }
      throw failure;
    } catch (StoreFailure lost) {
      rollback();
      throw lost;
    }
  }

  private Script script() throws SQLException {
    Script ready = script;
    if (ready == null) {
      Connection open = connections.open();
      connection = open;
      ready = new Script(open);
      script = ready;
    }
    return ready;
  }

  private void cutOff() {
    Connection open = connection;
    connection = null;
    script = null;
    begun = false;
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
