package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.store.Recorded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two nodes on one store where everything goes wrong, from one seed: whatever was acknowledged is
/// there once, and all that is there can be decided again to the same bytes.
@Timeout(120)
class SimulationTest {
  private static final int STEPS = 400;
  private static final int STEPS_ON_POSTGRESQL = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothing_acknowledged_is_lost_or_doubled(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Scene scene = new SimulatedDatabase(chance.split(), SimulatedDatabase.Trouble.MUCH);

    live(new SeededWorld(seed, chance, scene), STEPS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothing_acknowledged_is_lost_or_doubled_on_postgresql_either(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    try (TestDatabase postgres = TestDatabase.fresh();
        TroubledPostgres scene =
            new TroubledPostgres(postgres, chance.split(), SimulatedDatabase.Trouble.MUCH)) {
      live(new SeededWorld(seed, chance, scene), STEPS_ON_POSTGRESQL);

      BotCatalog catalog = TestNode.catalog(new OneStepBot());
      assertThat(new Replay(new Recorded(postgres.pool()), catalog).run().different()).isEmpty();
      assertThat(scene.troubles()).as("each kind of trouble came").hasSizeGreaterThanOrEqualTo(5);
    }
  }

  private static void live(SeededWorld world, int steps) {
    for (int step = 0; step < steps; step++) {
      world.step();
    }
    world.drain();
    world.check(steps / 10);
  }
}
