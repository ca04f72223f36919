package dev.dragoman.server.app;

import dev.dragoman.server.api.ApiDoor;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.Machine;
import dev.dragoman.server.store.embedded.PostgresSettings;
import dev.dragoman.server.store.embedded.PostgresWatch;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The whole server in this process, on an embedded PostgreSQL of its own.
public final class RunningServer implements AutoCloseable {
  /// The key of the first workspace.
  public static final String ADMIN_KEY = "the-admin-key-of-the-tests";

  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private final House house;
  private final String url;

  private RunningServer(DataDirectory data, EmbeddedPostgres postgres, House house) {
    this.data = data;
    this.postgres = postgres;
    this.house = house;
    int workspace = house.workspaces.first("first").number();
    this.url = house.listen();
    AdminKey.ensure(house.keys, workspace, settings(data.path()), data.path());
  }

  /// Starts on a fresh directory; ready when it returns.
  public static RunningServer start(Path directory) throws InterruptedException {
    DataDirectory data = DataDirectory.acquire(directory);
    PostgresSettings fitting = PostgresSettings.forMachine(Machine.here(data.path()));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(data, fitting, new Silent(), new SecureRandom());
    House.Database database =
        new House.Database(postgres.url(), postgres.user(), postgres.password());
    return new RunningServer(data, postgres, House.join(settings(data.path()), database));
  }

  private static Settings settings(Path data) {
    return Settings.load(
        List.of("--data", data.toString(), "--port", "0"),
        Map.of("DRAGOMAN_ADMIN_KEY", ADMIN_KEY),
        data);
  }

  /// Where it listens.
  public String url() {
    return url;
  }

  /// A connection that sees everything.
  public Connection database() throws SQLException {
    return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
  }

  /// The doors of the API as they are opened.
  public List<Door> apiDoors() {
    return ApiDoor.open(house.api());
  }

  @Override
  public void close() {
    house.close();
    postgres.close();
    data.close();
  }

  private record Silent() implements PostgresWatch {
    @Override
    public void died(int exitCode) {}

    @Override
    public void restarted() {}
  }
}
