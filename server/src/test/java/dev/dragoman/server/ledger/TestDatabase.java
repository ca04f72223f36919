package dev.dragoman.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.server.store.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A migrated database of its own on the shared test server, with workspaces 1 and 2.
final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final TestServer server;
  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(TestServer server, String name) {
    this.server = server;
    this.name = name;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.url(name));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
  }

  static TestDatabase fresh() {
    TestServer server = TestServer.shared();
    String name = "ledger_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    TestDatabase database = new TestDatabase(server, name);
    Schema.migrate(database.pool);
    database.run("insert into workspace (workspace, name) values (1, 'one'), (2, 'two')");
    return database;
  }

  String url() {
    return server.url(name);
  }

  HikariDataSource pool() {
    return pool;
  }

  BatchConnections connections() {
    return BatchConnections.of(url(), server.user(), server.password());
  }

  BatchConnections connections(int port) {
    return BatchConnections.of(
        url().replaceFirst(":\\d+/", ":" + port + "/"), server.user(), server.password());
  }

  LedgerDatabase ledgers() {
    return LedgerDatabase.postgres(connections(), pool);
  }

  /// Forgets its connections: PostgreSQL was restarted.
  void reconnect() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  void run(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
