package dev.dragoman.server.app;

import dev.dragoman.server.app.SandboxCommand.Child;
import dev.dragoman.server.settings.Secret;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.Durability;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.Machine;
import dev.dragoman.server.store.embedded.PostgresSettings;
import dev.dragoman.server.store.embedded.PostgresWatch;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the house: takes the data directory and brings its database up, until told to stop.
final class Serve {
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  private Serve() {}

  /// Serves until the process is asked to end (SIGTERM, Ctrl-C); then stops in order and exits 0.
  static void run(Settings settings) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean opened = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop").unstarted(() -> stop(asked, ended, opened)));
    try {
      open(
          settings,
          () -> {
            opened.set(true);
            asked.await();
          });
    } finally {
      ended.countDown();
    }
  }

  /// What to wait for before closing.
  @FunctionalInterface
  interface Ending {
    void await() throws InterruptedException;
  }

  /// Opens the house, waits, and closes it.
  static void open(Settings settings, Ending ending) throws InterruptedException {
    try (DataDirectory data = DataDirectory.acquire(settings.dataDirectory())) {
      if (settings.database().url().isPresent()) {
        checkOutside(settings.database());
        live(settings, outside(settings.database()), data, ending);
      } else {
        try (EmbeddedPostgres postgres = embedded(settings.postgres(), data)) {
          House.Database database =
              new House.Database(postgres.url(), postgres.user(), postgres.password());
          live(settings, database, data, ending);
        }
      }
    }
  }

  static House.Database outside(Settings.Database database) {
    return new House.Database(
        database.url().orElseThrow(),
        database.user(),
        database.password().map(Secret::reveal).orElse(""));
  }

  private static void live(
      Settings settings, House.Database database, DataDirectory data, Ending ending)
      throws InterruptedException {
    // First, so that it starts while the house is joined.
    try (@Nullable Child sandbox = settings.demo() ? Child.start() : null;
        House house = House.join(settings, database)) {
      int workspace = house.workspaces.first("default").number();
      String adminKey = AdminKey.ensure(house.keys, workspace, settings, data.path());
      String url = house.listen();
      data.announce(url);
      if (sandbox != null) {
        Demo demo = new Demo(house, data.path());
        System.out.print(demo.load(workspace, adminKey, url, sandbox.url()));
      }
      System.out.printf("Dragoman is ready at %s (%.1f s)%n", url, sinceStart());
      ending.await();
    }
  }

  private static double sinceStart() {
    long started =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(java.time.Instant::toEpochMilli)
            .orElse(System.currentTimeMillis());
    return (System.currentTimeMillis() - started) / 1_000.0;
  }

  private static void checkOutside(Settings.Database database) {
    Durability.require(
        database.url().orElseThrow(),
        database.user(),
        database.password().map(Secret::reveal).orElse(""),
        database.allowUnsafe());
  }

  static EmbeddedPostgres embedded(Settings.Postgres given, DataDirectory data) {
    PostgresSettings machine = PostgresSettings.forMachine(Machine.here(data.path()));
    PostgresSettings chosen =
        new PostgresSettings(
            given.sharedBuffersMegabytes().orElse(machine.sharedBuffersMegabytes()),
            given.maxConnections(),
            given.workMemoryMegabytes(),
            given.maxWalMegabytes().orElse(machine.maxWalMegabytes()),
            given.checkpointMinutes());
    return EmbeddedPostgres.start(data, chosen, new LoggingWatch(), new SecureRandom());
  }

  // A process ended by a signal exits with 143; ended in order, it halts with 0 instead. A start
  // that
  // failed keeps its own exit code.
  private static void stop(CountDownLatch asked, CountDownLatch ended, AtomicBoolean opened) {
    asked.countDown();
    awaitQuietly(ended);
    if (opened.get()) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says in the log what the operator should know.
  private record LoggingWatch() implements PostgresWatch {
    @Override
    public void died(int exitCode) {
      LOG.error("PostgreSQL ended unexpectedly with exit code {}; starting it again", exitCode);
    }

    @Override
    public void restarted() {
      LOG.warn("PostgreSQL is ready again");
    }
  }
}
