package dev.dragoman.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The embedded PostgreSQL of a data directory, seen from outside: how much it has written to its
/// log, and what it holds.
record Wal(String url, String password) {
  private static final String USER = "dragoman";

  static Wal of(Path data) {
    try {
      List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
      String url = "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/postgres";
      return new Wal(url, Files.readString(data.resolve("postgres-password")).strip());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// Bytes since the cluster was made.
  long bytes() {
    try (Connection connection = DriverManager.getConnection(url, USER, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException("the bench cannot read its server's database", failed);
    }
  }

  /// Runs a statement.
  void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, USER, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The one number that a query gives.
  long number(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  /// The texts of the first column.
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, USER, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public String toString() {
    return "Wal[" + url + "]";
  }
}
