package dev.dragoman.server.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings a database to the schema of this server, version by version, before anything else runs.
public final class Schema {
  private Schema() {}

  /// Applies what is missing; several nodes may call it at once, one works and the others wait.
  ///
  /// @throws org.flywaydb.core.api.FlywayException when the database is newer or was changed by
  // hand
  public static void migrate(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .cleanDisabled(true)
        .load()
        .migrate();
  }
}
