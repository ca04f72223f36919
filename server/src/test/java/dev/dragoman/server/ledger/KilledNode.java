package dev.dragoman.server.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.util.Properties;

/// A node under load in a JVM of its own, to be killed: says a line for every acknowledged turn.
final class KilledNode {
  private static final int CALLERS = 24;
  private static final int PEOPLE = 40;

  private KilledNode() {}

  /// Arguments: JDBC address, user, password, name of the round.
  public static void main(String[] arguments) {
    BatchConnections connections = BatchConnections.of(arguments[0], arguments[1], arguments[2]);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    Properties properties = connections.properties();
    pool.setUsername(properties.getProperty("user"));
    pool.setPassword(properties.getProperty("password"));
    TestNode node =
        TestNode.open(
            LedgerDatabase.postgres(connections, pool),
            new SecureRandom().nextLong(),
            TwoMessages.engine());
    LedgerTest.inParallel(CALLERS, caller -> talk(node, arguments[3] + "-" + caller));
  }

  private static int talk(TestNode node, String caller) {
    for (int i = 0; true; i++) {
      Target person = TestNode.person("p" + (caller.hashCode() + i) % PEOPLE);
      InputId id = i % 2 == 0 ? null : TestNode.id(caller + "-" + i);
      Outcome outcome = node.ledger().submit(node.text(person, "words " + i, id));
      if (outcome instanceof Outcome.Committed(var turn)) {
        synchronized (System.out) {
          System.out.println(
              KillTest.ACKNOWLEDGED + turn.turnId() + (id == null ? " -" : " " + id.id()));
          System.out.flush();
        }
      }
    }
  }
}
