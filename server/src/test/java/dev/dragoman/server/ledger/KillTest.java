package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.store.Recorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Kills a node with the real engine under load, and the back ends of PostgreSQL it works with,
// again and again.
@Timeout(120)
class KillTest {
  /// Begins a line of the node: whatever else it says is not counted.
  static final String ACKNOWLEDGED = "acknowledged ";

  private static final int ROUNDS = 10;
  private static final int TURNS_BEFORE_THE_KILL = 120;

  @Test
  void what_a_killed_node_acknowledged_is_there_once() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      List<String> acknowledged = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        round(database, round, acknowledged);
      }

      assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * TURNS_BEFORE_THE_KILL);
      Set<String> turns = new HashSet<>();
      acknowledged.forEach(line -> turns.add(line.split(" ")[1]));
      assertThat(turns).as("acknowledged once").hasSameSizeAs(acknowledged);
      assertThat(missing(database, turns)).as("lost").isZero();
      assertThat(database.number("select count(*) - count(distinct turn) from leg"))
          .as("doubled")
          .isZero();
      assertThat(database.number("select count(*) - count(distinct turn) from input_id")).isZero();
      Replay.Report report =
          new Replay(new Recorded(database.pool()), TestNode.catalog(TwoMessages.engine())).run();
      assertThat(report.different()).isEmpty();
      assertThat(report.legs()).isGreaterThanOrEqualTo(acknowledged.size());
    }
  }

  private static long missing(TestDatabase database, Set<String> turns) {
    String listed = "'" + String.join("','", turns) + "'";
    return turns.size()
        - database.number("select count(*) from leg where turn in (" + listed + ")");
  }

  /// Every other round loses a back end of PostgreSQL first and has to find out what was committed.
  private static void round(TestDatabase database, int round, List<String> acknowledged)
      throws IOException, InterruptedException {
    Process node = start(database, round);
    try (BufferedReader lines = node.inputReader()) {
      String line = next(lines);
      for (int turn = 0; turn < TURNS_BEFORE_THE_KILL && line != null; turn++) {
        acknowledged.add(line);
        if (round % 2 == 1 && turn == TURNS_BEFORE_THE_KILL / 2) {
          killBackEnd(database);
        }
        line = next(lines);
      }
      // By its handle: the process itself would close the stream with what is still to be read.
      node.toHandle().destroyForcibly();
      while (line != null) {
        acknowledged.add(line);
        line = next(lines);
      }
    }
    acknowledged.removeIf(half -> half.split(" ").length < 3);
    node.waitFor();
    database.reconnect();
  }

  /// The next acknowledgement, or null after the last.
  private static @Nullable String next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(ACKNOWLEDGED)) {
      line = lines.readLine();
    }
    return line;
  }

  /// Killing one back end makes PostgreSQL end all of them and recover from its log.
  private static void killBackEnd(TestDatabase database) {
    long pid =
        database.number(
            "select pid from pg_stat_activity where datname = current_database()"
                + " and application_name = 'dragoman-ledger' limit 1");
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static Process start(TestDatabase database, int round) throws IOException {
    BatchConnections connections = database.connections();
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledNode.class.getName(),
            connections.url(),
            connections.properties().getProperty("user"),
            connections.properties().getProperty("password"),
            "round" + round)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
