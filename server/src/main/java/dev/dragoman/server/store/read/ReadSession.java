package dev.dragoman.server.store.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs queries as the role that sees one workspace, in one round trip each. Thread-safe.
///
/// Role and workspace are set in a transaction that begins and ends in the same message as the
/// query. It is an explicit one: the driver may put a Sync between the statements of a message,
/// which would end an implicit transaction and with it the role.
public final class ReadSession {
  private static final String BEFORE =
      """
      begin read only;
      set local role dragoman_reader;
      select set_config('dragoman.workspace', ?, true);
      """;
  private static final int STATEMENTS_BEFORE = 3;
  private static final String AFTER = ";\ncommit";

  private final DataSource pool;

  /// Reads on connections of this pool.
  public ReadSession(DataSource pool) {
    this.pool = pool;
  }

  /// A query with its parameters. Each names the workspace too: a policy is the second lock, not
  /// the first.
  record Query(String sql, List<@Nullable Object> parameters) {
    Query(String sql, @Nullable Object... parameters) {
      this(sql, Arrays.asList(parameters));
    }
  }

  /// Makes something of a row.
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// All rows of the query; throws `IllegalStateException` when the database cannot be asked.
  <T> List<T> list(int workspace, Query query, Row<T> row) {
    try (Connection connection = pool.getConnection()) {
      try {
        return list(connection, workspace, query, row);
      } catch (SQLException | RuntimeException failed) {
        rollback(connection);
        throw failed;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("a query failed", failed);
    }
  }

  private static <T> List<T> list(Connection connection, int workspace, Query query, Row<T> row)
      throws SQLException {
    String sql = BEFORE + query.sql() + AFTER;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, Integer.toString(workspace));
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setObject(i + 2, query.parameters().get(i));
      }
      statement.execute();
      for (int i = 0; i < STATEMENTS_BEFORE; i++) {
        statement.getMoreResults();
      }
      return rows(statement.getResultSet(), row);
    }
  }

  /// Nothing of a failed transaction may stay on a connection of the pool.
  private static void rollback(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    }
  }

  /// The only row of the query, if there is one.
  <T> Optional<T> one(int workspace, Query query, Row<T> row) {
    return list(workspace, query, row).stream().findFirst();
  }

  private static <T> List<T> rows(ResultSet rows, Row<T> row) throws SQLException {
    List<T> read = new ArrayList<>();
    while (rows.next()) {
      read.add(row.read(rows));
    }
    return read;
  }
}
