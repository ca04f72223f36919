package dev.dragoman.server.store.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process, one data directory: starts, settings, deaths, the end.
class EmbeddedPostgresTest {
  @TempDir Path directory;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void keepsItsDataFromOneStartToTheNext() throws SQLException {
    DataDirectory data = acquire();
    try (EmbeddedPostgres first = start(data, new PostgresHolder.Silent())) {
      execute(first, "create table note (text text)");
      execute(first, "insert into note values ('kept')");
    }
    try (EmbeddedPostgres second = start(data, new PostgresHolder.Silent())) {
      assertThat(ask(second, "select text from note")).isEqualTo("kept");
    }
  }

  @Test
  void commitsAreDurableWhateverTheConfigurationSays() throws SQLException {
    DataDirectory data = acquire();
    try (EmbeddedPostgres postgres = start(data, new PostgresHolder.Silent())) {
      execute(postgres, "alter system set fsync = off");
      execute(postgres, "alter system set synchronous_commit = off");
    }
    try (EmbeddedPostgres postgres = start(data, new PostgresHolder.Silent())) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void aDatabaseThatMayLoseCommitsIsRefusedUnlessAllowed() throws SQLException {
    EmbeddedPostgres postgres = open();
    Durability.require(postgres.url(), postgres.user(), postgres.password(), false);
    execute(postgres, "alter database postgres set synchronous_commit = off");
    assertThatThrownBy(
            () -> Durability.require(postgres.url(), postgres.user(), postgres.password(), false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("has synchronous_commit off")
        .hasMessageContaining("database.allowUnsafe");
    Durability.require(postgres.url(), postgres.user(), postgres.password(), true);
    String url = postgres.url() + "?password=hidden&user=nobody";
    assertThatThrownBy(() -> Durability.require(url, "nobody", "wrong", true))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("The database at " + postgres.url() + " cannot be used: ");
  }

  @Test
  void isReachedOverLoopbackAndWithThePasswordOnly() throws SQLException {
    EmbeddedPostgres postgres = open();
    assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
    assertThat(ask(postgres, "select distinct auth_method from pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
    assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void sortsAndFoldsTextTheSameOnEveryMachine() throws SQLException {
    EmbeddedPostgres postgres = open();
    assertThat(
            ask(
                postgres,
                "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                    + " from pg_database where datname = current_database()"))
        .isEqualTo("b C.UTF-8 UTF8");
    assertThat(ask(postgres, "select upper('ñandú')")).isEqualTo("ÑANDÚ");
  }

  @Test
  void everySettingItIsGivenIsInForce() throws SQLException {
    EmbeddedPostgres postgres = open();
    assertThat(
            ask(
                postgres,
                "select coalesce(string_agg(name || ': ' || error, ', '), 'none')"
                    + " from pg_file_settings where error is not null"))
        .isEqualTo("none");
    assertThat(ask(postgres, "show shared_buffers")).isEqualTo("32MB");
    assertThat(ask(postgres, "show max_connections")).isEqualTo("20");
    assertThat(ask(postgres, "show max_wal_size")).isEqualTo("128MB");
    assertThat(ask(postgres, "show checkpoint_timeout")).isEqualTo("15min");
  }

  @Test
  void hidesThePasswordFromOthers() throws Exception {
    EmbeddedPostgres postgres = open();
    Path file = directory.resolve("postgres-password");
    assertThat(Files.readString(file).strip()).isEqualTo(postgres.password()).hasSize(64);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("postgres-password.initdb")).doesNotExist();
  }

  @Test
  void comesBackAtTheSameAddressWhenItDies() throws Exception {
    Recorder recorder = new Recorder();
    EmbeddedPostgres postgres = start(acquire(), recorder);
    opened.add(postgres);
    execute(postgres, "create table note as select 'kept' as text");
    String url = postgres.url();
    long first = postgres.pid();

    Tools.signal(first, "KILL");

    assertThat(recorder.death.await(30, SECONDS)).isTrue();
    assertThat(recorder.rebirth.await(60, SECONDS)).isTrue();
    assertThat(postgres.pid()).isNotEqualTo(first);
    assertThat(postgres.url()).isEqualTo(url);
    assertThat(ask(postgres, "select text from note")).isEqualTo("kept");
  }

  @Test
  void staysDownOnceClosed() throws Exception {
    Recorder recorder = new Recorder();
    EmbeddedPostgres postgres = start(acquire(), recorder);
    ProcessHandle process = ProcessHandle.of(postgres.pid()).orElseThrow();

    postgres.close();
    postgres.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(recorder.death.getCount()).isOne();
    assertThat(directory.resolve("postgres/PG_VERSION")).exists();
    assertThat(Files.readString(directory.resolve("postgres.log")))
        .endsWith("database system is shut down\n");
  }

  @Test
  void takesAnInterruptedFirstStartUpAgain() throws Exception {
    Files.createDirectories(directory.resolve("postgres.draft-7/base"));
    Files.writeString(directory.resolve("postgres-password"), "half-way\n");
    EmbeddedPostgres postgres = open();
    assertThat(postgres.password()).isEqualTo("half-way");
    assertThat(ask(postgres, "select 1")).isEqualTo("1");
    assertThat(directory.resolve("postgres.draft-7")).doesNotExist();
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws Exception {
    DataDirectory data = acquire();
    start(data, new PostgresHolder.Silent()).close();
    Files.writeString(directory.resolve("postgres/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> start(data, new PostgresHolder.Silent()))
        .isInstanceOf(StartRefused.class)
        .hasMessageEndingWith("was written by PostgreSQL 17, this Dragoman brings 18");
  }

  @Test
  void refusesAClusterWithoutItsPassword() throws Exception {
    DataDirectory data = acquire();
    start(data, new PostgresHolder.Silent()).close();
    Files.delete(directory.resolve("postgres-password"));
    assertThatThrownBy(() -> start(data, new PostgresHolder.Silent()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("postgres-password is missing");
  }

  @Test
  void saysWhyPostgresDoesNotStart() throws Exception {
    DataDirectory data = acquire();
    start(data, new PostgresHolder.Silent()).close();
    Files.delete(directory.resolve("postgres/global/pg_control"));
    assertThatThrownBy(() -> start(data, new PostgresHolder.Silent()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("pg_control");
  }

  private DataDirectory acquire() {
    DataDirectory data = DataDirectory.acquire(directory);
    opened.add(data);
    return data;
  }

  private EmbeddedPostgres open() {
    EmbeddedPostgres postgres = start(acquire(), new PostgresHolder.Silent());
    opened.add(postgres);
    return postgres;
  }

  private static EmbeddedPostgres start(DataDirectory data, PostgresWatch watch) {
    PostgresSettings settings = new PostgresSettings(32, 20, 4, 128, 15);
    return EmbeddedPostgres.start(data, settings, watch, new SecureRandom());
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
  }

  private record Recorder(CountDownLatch death, CountDownLatch rebirth) implements PostgresWatch {
    Recorder() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public void died(int exitCode) {
      death.countDown();
    }

    @Override
    public void restarted() {
      rebirth.countDown();
    }
  }
}
