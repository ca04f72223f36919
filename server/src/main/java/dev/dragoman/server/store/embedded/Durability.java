package dev.dragoman.server.store.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Whether an outside database keeps what it confirms.
public final class Durability {
  private Durability() {}

  /// Refuses a database with `fsync` or `synchronous_commit` off, unless that is allowed.
  ///
  /// @throws StartRefused naming the setting that is off, or why the database cannot be reached
  public static void require(String url, String user, String password, boolean allowUnsafe) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      List<String> off = new ArrayList<>();
      for (String setting : List.of("fsync", "synchronous_commit")) {
        try (ResultSet rows = statement.executeQuery("show " + setting)) {
          if (rows.next() && rows.getString(1).equals("off")) {
            off.add(setting);
          }
        }
      }
      if (!off.isEmpty() && !allowUnsafe) {
        throw new StartRefused(
            "The database at %s has %s off and may lose what it confirmed; set database.allowUnsafe to accept that"
                .formatted(withoutParameters(url), String.join(" and ", off)));
      }
    } catch (SQLException e) {
      throw new StartRefused(
          "The database at %s cannot be used: %s".formatted(withoutParameters(url), e.getMessage()),
          e);
    }
  }

  // Parameters can hold a password.
  private static String withoutParameters(String url) {
    return url.replaceFirst("\\?.*", "");
  }
}
