package dev.dragoman.server.ledger;

import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import javax.sql.DataSource;

/// The database as the ledger knows it.
public abstract class LedgerDatabase {
  LedgerDatabase() {}

  /// PostgreSQL: batches on connections of their own, reads from the pool.
  public static LedgerDatabase postgres(BatchConnections connections, DataSource pool) {
    TurnSource turns = new RecordedTurns(new Legs(pool), new Conversations(pool));
    return new LedgerDatabase() {
      @Override
      BatchStore batches() {
        return new PgBatchStore(connections);
      }

      @Override
      TurnSource turns() {
        return turns;
      }
    };
  }

  /// A transaction at a time, for one committer.
  abstract BatchStore batches();

  /// What is recorded of turns.
  abstract TurnSource turns();
}
