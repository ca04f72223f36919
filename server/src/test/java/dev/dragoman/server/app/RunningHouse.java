package dev.dragoman.server.app;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.Machine;
import dev.dragoman.server.store.embedded.PostgresSettings;
import dev.dragoman.server.store.embedded.PostgresWatch;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The whole server in this process, on a database of its own: what `serve` starts, but for tests.
public final class RunningHouse implements AutoCloseable {
  private final Settings settings;
  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private House house;
  private String url;
  private int workspace;

  /// Starts on this directory; webhooks may go to this machine.
  public RunningHouse(Path directory) {
    this.settings =
        Settings.load(
            List.of("--data", directory.toString(), "--port", "0", "--demo"), Map.of(), directory);
    this.data = DataDirectory.acquire(directory);
    this.postgres =
        EmbeddedPostgres.start(
            data,
            PostgresSettings.forMachine(Machine.here(directory)),
            new Silent(),
            new SecureRandom());
    open();
  }

  private void open() {
    house =
        House.join(
            settings, new House.Database(postgres.url(), postgres.user(), postgres.password()));
    workspace = house.workspaces.first("default").number();
    url = house.listen();
  }

  /// Stops everything but the database and starts anew, as after a restart.
  public void restart() {
    house.close();
    open();
  }

  /// Where it is reached at the moment.
  public String url() {
    return url;
  }

  /// Publishes one bot file.
  public Bot publish(String file) {
    return switch (house.publishing.publish(
        workspace, List.of(new Source("bot.yaml", file)), "test")) {
      case Publishing.Result.Published(var bot) -> bot;
      case Publishing.Result.Defective(var defects) -> throw new AssertionError(defects.toString());
      case Publishing.Result.NumberTaken(var kind, long number) ->
          throw new AssertionError(kind + " " + number + " is taken");
    };
  }

  /// Makes a key.
  public String key(Credential.Kind kind, String subject) {
    return house
        .keys
        .make(workspace, new Keys.Wanted(kind, subject, "test", null, null))
        .orElseThrow()
        .key();
  }

  /// Sets a secret that bot settings name.
  public void secret(String name, String secret) {
    house.secrets.put(workspace, name, secret);
  }

  /// The one number a query gives.
  public long number(String query) {
    try (var connection = house.pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
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
