package dev.dragoman.server.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.server.settings.Settings;

/// The connections of one server, shared out by what they are for.
final class Pools {
  private Pools() {}

  static HikariDataSource turns(Settings settings, House.Database database) {
    return new HikariDataSource(config(settings, database));
  }

  /// Lanes are found by their keys, whatever the planner thought of an empty table.
  static HikariDataSource lanes(Settings settings, House.Database database) {
    HikariConfig config = config(settings, database);
    config.setMaximumPoolSize(Outbox.CONNECTIONS);
    config.setPoolName("lanes");
    config.addDataSourceProperty(
        "options", "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off");
    return new HikariDataSource(config);
  }

  private static HikariConfig config(Settings settings, House.Database database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(settings.database().connections());
    config.setMinimumIdle(1);
    config.setPoolName("dragoman");
    config.setConnectionTimeout(5_000);
    // What the database says of a failing row may hold people's words.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }
}
