package dev.dragoman.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Statements that go out together: one round trip, each with a snapshot of its own. The text of
/// each combination is prepared once per connection. Owned by one thread.
final class Script {
  /// A count that may be anything.
  static final int ANY = -1;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// One statement, its parameters in order, and what is done with its result.
  record Part(String sql, List<Object> parameters, Result result) {
    Part(String sql, Result result, Object... parameters) {
      this(sql, Arrays.asList(parameters), result);
    }
  }

  /// What a statement gives back.
  sealed interface Result {
    /// Rows, each read.
    record Rows(RowReader reader) implements Result {}

    /// So many rows touched, or somebody else was first.
    record Count(int expected) implements Result {}
  }

  /// Reads the current row.
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /// An array parameter and the type of its elements.
  @SuppressWarnings("ArrayRecordComponent") // Handed to the driver as it is.
  record Column(String type, Object[] elements) {}

  Script(Connection connection) {
    this.connection = connection;
  }

  static Column texts(List<String> elements) {
    return new Column("text", elements.toArray(String[]::new));
  }

  static Column longs(List<Long> elements) {
    return new Column("int8", elements.toArray(Long[]::new));
  }

  static Column integers(List<Integer> elements) {
    return new Column("int4", elements.toArray(Integer[]::new));
  }

  static Column truths(List<Boolean> elements) {
    return new Column("bool", elements.toArray(Boolean[]::new));
  }

  static Column bytes(byte[][] elements) {
    return new Column("bytea", elements);
  }

  /// Runs the parts; a count that is not the expected one is a lost claim.
  void run(List<Part> parts) throws SQLException, StoreFailure {
    PreparedStatement statement = statement(parts);
    int parameter = 1;
    for (Part part : parts) {
      for (Object value : part.parameters()) {
        bind(statement, parameter++, value);
      }
    }
    statement.execute();
    for (Part part : parts) {
      take(statement, part);
      statement.getMoreResults();
    }
  }

  private PreparedStatement statement(List<Part> parts) throws SQLException {
    List<String> texts = new ArrayList<>(parts.size());
    parts.forEach(part -> texts.add(part.sql()));
    String text = String.join(";\n", texts);
    PreparedStatement known = prepared.get(text);
    if (known == null) {
      known = connection.prepareStatement(text);
      prepared.put(text, known);
    }
    return known;
  }

  private void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
    switch (value) {
      case Column(var type, var elements) ->
          statement.setArray(parameter, connection.createArrayOf(type, elements));
      case Integer number -> statement.setInt(parameter, number);
      case Long number -> statement.setLong(parameter, number);
      case String text -> statement.setString(parameter, text);
      default -> throw new IllegalArgumentException("no parameter: " + value.getClass());
    }
  }

  private static void take(PreparedStatement statement, Part part)
      throws SQLException, StoreFailure {
    switch (part.result()) {
      case Result.Rows(var reader) -> {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            reader.read(rows);
          }
        }
      }
      case Result.Count(int expected) -> {
        if (expected != ANY && statement.getUpdateCount() != expected) {
          throw new StoreFailure(StoreFailure.Kind.LOST_CLAIM, "short", null);
        }
      }
    }
  }
}
