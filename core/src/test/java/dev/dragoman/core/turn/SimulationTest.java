package dev.dragoman.core.turn;

import org.junit.jupiter.api.Test;

/// Random bots under random inputs, repeated, reordered and cut off by crashes: after every batch
/// the invariants of a conversation hold. A failing run names its seed; give it to [#run(long)].
class SimulationTest {
  private static final int RUNS = 25;
  private static final int BATCHES = 30;

  @Test
  void nothingThatHappensBreaksAConversation() {
    for (long seed = 1; seed <= RUNS; seed++) {
      run(seed);
    }
  }

  private static void run(long seed) {
    Simulation simulation = new Simulation(seed);
    try {
      for (int i = 0; i < BATCHES; i++) {
        simulation.batch();
      }
      simulation.settle();
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError("seed " + seed + " breaks a conversation: " + broken, broken);
    }
  }
}
