package dev.dragoman.server.app;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.server.api.ApiDoor;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Definitions;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.ledger.Replay;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The whole server in this process, on an embedded PostgreSQL of its own: what `serve` starts.
public final class RunningServer implements AutoCloseable {
  /// The key of the first workspace.
  public static final String ADMIN_KEY = "the-admin-key-of-the-tests";

  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private Settings settings;
  private House house;
  private String url;
  private int workspace;

  private RunningServer(Path directory, List<String> flags) {
    this.settings = settings(directory, flags);
    this.data = DataDirectory.acquire(directory);
    this.postgres =
        EmbeddedPostgres.start(
            data,
            PostgresSettings.forMachine(Machine.here(data.path())),
            new Silent(),
            new SecureRandom());
    open();
  }

  /// Starts on a fresh directory with these flags of `serve`; ready when it returns.
  public static RunningServer start(Path directory, String... flags) {
    return new RunningServer(directory, List.of(flags));
  }

  private static Settings settings(Path directory, List<String> flags) {
    List<String> all = new ArrayList<>(List.of("--data", directory.toString(), "--port", "0"));
    all.addAll(flags);
    return Settings.load(all, Map.of("DRAGOMAN_ADMIN_KEY", ADMIN_KEY), directory);
  }

  private void open() {
    house =
        House.join(
            settings, new House.Database(postgres.url(), postgres.user(), postgres.password()));
    workspace = house.workspaces.first("default").number();
    AdminKey.ensure(house.keys, workspace, settings, data.path());
    url = house.listen();
  }

  /// Stops everything but the database and starts anew, as after a restart.
  public void restart() {
    house.close();
    open();
  }

  /// The same with these flags from then on.
  public void restart(String... flags) {
    settings = settings(data.path(), Arrays.asList(flags));
    restart();
  }

  /// Loads the examples as `--demo` does, with phones at this address; returns what is printed.
  public String loadDemo(String phones) {
    System.setProperty("dragoman.home", "..");
    return new Demo(house, data.path()).load(workspace, ADMIN_KEY, url, phones);
  }

  /// The number of the first workspace.
  public int workspace() {
    return workspace;
  }

  /// Another server on the same database, which listens nowhere and sweeps nothing.
  Node node() {
    return new Node(
        House.join(
            settings, new House.Database(postgres.url(), postgres.user(), postgres.password())));
  }

  /// The parts of a server that is driven by hand.
  record Node(House house) implements AutoCloseable {
    Turns turns() {
      return house.turns;
    }

    Staffing staffing() {
      return house.staffing;
    }

    RoomList rooms() {
      return new RoomList(house.pool);
    }

    @Override
    public void close() {
      house.close();
    }
  }

  /// Where it is reached at the moment.
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

  /// Every door as it is opened.
  public List<Door> doors() {
    return house.doors();
  }

  /// Publishes one bot file.
  public Bot publish(String file) {
    return switch (house.publishing.publish(
        workspace, List.of(new Source("bot.yaml", file)), "test")) {
      case Publishing.Result.Published(var bot) -> bot;
      case Publishing.Result.Defective(var remarks) -> throw new AssertionError(remarks.toString());
      case Publishing.Result.Stale _ -> throw new AssertionError("none was expected");
      case Publishing.Result.NumberTaken(var kind, long number) ->
          throw new AssertionError(kind + " " + number + " is taken");
    };
  }

  /// Makes a key.
  public String key(Credential.Kind kind, @Nullable String subject) {
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

  /// Decides everything that was recorded once more.
  public Replay.Report replay() {
    BotShelf shelf =
        new BotShelf(
            house.bots,
            Definitions::read,
            new Re2Patterns(),
            new BotShelf.Held(1 << 26, TurnTimes.STANDARD));
    return new Replay(new Recorded(house.pool), shelf).run();
  }

  /// The recorded legs of a conversation, in order.
  public List<Leg> legs(String conversationId) {
    return new Legs(house.pool).from(workspace, conversationId, 0, 1_000);
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

  /// The one text a query gives.
  public String text(String query) {
    try (var connection = house.pool.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
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
