package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.room.Rules;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.TeamRow;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contacts, a bot, two agents, timers and crashes in any order on one store where everything goes
/// wrong: never two owners, two speakers, a lost message or an unwatched room.
@Timeout(120)
class RoomSimulationTest {
  private static final int STEPS = 400;
  private static final int STEPS_ON_POSTGRESQL = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void rooms_keep_their_promises(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Scene scene = new SimulatedDatabase(chance.split(), SimulatedDatabase.Trouble.MUCH);

    live(new RoomWorld(seed, chance, scene), STEPS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rooms_keep_their_promises_on_postgresql_too(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    try (TestDatabase postgres = TestDatabase.fresh();
        TroubledPostgres scene =
            new TroubledPostgres(postgres, chance.split(), SimulatedDatabase.Trouble.MUCH)) {
      staff(postgres);
      RoomWorld world = new RoomWorld(seed, chance, scene);

      live(world, STEPS_ON_POSTGRESQL);

      BotCatalog catalog = TestNode.catalog(world.engine());
      assertThat(new Replay(new Recorded(postgres.pool()), catalog).run().different()).isEmpty();
    }
  }

  private static void staff(TestDatabase postgres) {
    Rules rules = SimulatedDesk.RULES;
    for (TeamRow team : SimulatedDesk.TEAMS) {
      postgres.run(
          """
          insert into team (workspace, number, name, longest_wait, agent_silence, reminders_after,
            reminders, close_after, farewell)
          values (1, %d, '%s', %d, %d, '{1}', '{There?}', %d, 'Bye')\
          """
              .formatted(
                  team.number(),
                  team.name(),
                  rules.longestWait(),
                  rules.agentSilence().after(),
                  rules.contactSilence().closeAfter()));
    }
    for (String agent : SimulatedDesk.AGENTS) {
      postgres.run(
          """
          insert into agent (workspace, id, number, name, nickname, email, avatar, capacity, teams)
          values (1, '%s', %d, '%s', '', '', '', %d, '{10,20}')\
          """
              .formatted(agent, (int) agent.charAt(0), agent.charAt(0), SimulatedDesk.SEATS));
    }
  }

  private static void live(RoomWorld world, int steps) {
    for (int step = 0; step < steps; step++) {
      world.step();
    }
    world.drain();
    world.check();
  }
}
