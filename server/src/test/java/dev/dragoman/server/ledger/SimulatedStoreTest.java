package dev.dragoman.server.ledger;

import java.util.SplittableRandom;

class SimulatedStoreTest extends BatchStoreContract {
  private final SimulatedDatabase database =
      new SimulatedDatabase(new SplittableRandom(1), SimulatedDatabase.Trouble.NONE);

  @Override
  LedgerDatabase database() {
    return database;
  }
}
