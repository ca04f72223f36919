package dev.dragoman.server.store.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.server.api.ServerUnderTest;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/// A query that forgets to name its workspace still sees no other.
@ExtendWith(ServerUnderTest.class)
class ReadSessionTest {
  /// The null has no type: it is what makes the driver put a Sync between the statements.
  private static final Query FORGETFUL =
      new Query(
          "select current_user || ' ' || workspace from workspace"
              + " where name <> ? and name = coalesce(?, name)",
          "",
          null);

  /// As often as it takes a driver to prepare the statement on the server, and then some.
  private static final int OFTEN = 20;

  @Test
  void eachReadSeesItsWorkspaceHoweverOftenItIsRun(RunningServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.execute("insert into workspace (name) values ('one'), ('other')");
      ReadSession session = new ReadSession(new Single(database));
      for (int i = 0; i < OFTEN; i++) {
        int workspace = 1 + i % 2;
        assertThat(session.list(workspace, FORGETFUL, row -> row.getString(1)))
            .containsExactly("dragoman_reader " + workspace);
      }
      statement.execute("insert into workspace (name) values ('still its owner')");
    }
  }

  @Test
  void aFailedReadLeavesTheConnectionAsItWas(RunningServer server) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      ReadSession session = new ReadSession(new Single(database));
      assertThatThrownBy(() -> session.list(1, new Query("select 1 / 0"), row -> row.getString(1)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> session.list(1, new Query("delete from contact"), row -> row.getString(1)))
          .isInstanceOf(IllegalStateException.class);
      statement.execute("insert into workspace (name) values ('owner')");
      assertThat(session.list(1, FORGETFUL, row -> row.getString(1)))
          .isEqualTo(List.of("dragoman_reader 1"));
    }
  }

  /// Hands out the same connection again and again, as a pool of one does.
  private static final class Single extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private final transient Connection connection;

    Single(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Connection getConnection() {
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) ->
                  method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }
  }
}
