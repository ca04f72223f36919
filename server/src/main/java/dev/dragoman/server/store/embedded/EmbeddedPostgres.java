package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL 18 as a child process on a [DataDirectory].
///
/// Reached over loopback only, with a generated password kept in the data directory. It is
/// restarted when it dies, stopped fast by [#close], and its data is never deleted. Thread-safe.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final int PASSWORD_BYTES = 32;

  private final Supervisor supervisor;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Supervisor supervisor, int port, String password) {
    this.supervisor = supervisor;
    this.port = port;
    this.password = password;
  }

  /// Starts PostgreSQL and returns once it accepts connections.
  ///
  /// Makes the database on the first start, stops a postmaster that a killed Dragoman left behind,
  /// and recovers after a crash (which takes as long as there is log to replay).
  ///
  /// @param data the held data directory; must outlive the returned instance
  /// @param watch told about an unexpected end and the restart after it
  /// @param chance where the password comes from
  /// @throws StartRefused when it cannot run here, with the reason in words for an operator
  public static EmbeddedPostgres start(
      DataDirectory data, PostgresSettings settings, PostgresWatch watch, SecureRandom chance) {
    return start(data, settings, watch, chance, true);
  }

  static EmbeddedPostgres start(
      DataDirectory data,
      PostgresSettings settings,
      PostgresWatch watch,
      SecureRandom chance,
      boolean endsWithParent) {
    Path path = data.path();
    try {
      Binaries binaries = Binaries.locate(path);
      Cluster cluster = Cluster.in(path, binaries);
      Orphan.stop(cluster.directory());
      Launcher launcher = Launcher.choose(path, cluster.directory(), binaries);
      String password = cluster.prepare(launcher, settings, () -> password(chance));
      LogFile log = new LogFile(path.resolve("postgres.log"));
      Supervisor supervisor =
          new Supervisor(new Postmaster(launcher, cluster, log, endsWithParent), watch);
      return new EmbeddedPostgres(supervisor, supervisor.start().get(), password);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StartRefused refused ? refused : failed(e.getCause());
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e);
    }
  }

  /// The JDBC address, the same for as long as this instance lives; user and password are separate.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE;
  }

  /// Who to connect as: the owner of the cluster.
  public String user() {
    return Cluster.USER;
  }

  /// The generated password.
  public String password() {
    return password;
  }

  /// The postmaster's process, for measuring and for tests that kill it.
  public long pid() {
    return supervisor.pid();
  }

  /// Stops PostgreSQL: open transactions are rolled back, committed ones are kept. Waits for its
  /// end.
  @Override
  public void close() {
    try {
      supervisor.stop();
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String password(SecureRandom chance) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static StartRefused failed(@Nullable Throwable cause) {
    return new StartRefused("PostgreSQL could not be started: " + cause, cause);
  }
}
