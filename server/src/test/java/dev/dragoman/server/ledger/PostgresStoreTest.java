package dev.dragoman.server.ledger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends BatchStoreContract {
  private static TestDatabase postgres;

  @BeforeAll
  static void migrate() {
    postgres = TestDatabase.fresh();
  }

  @AfterAll
  static void end() {
    postgres.close();
  }

  @Override
  LedgerDatabase database() {
    return postgres.ledgers();
  }
}
