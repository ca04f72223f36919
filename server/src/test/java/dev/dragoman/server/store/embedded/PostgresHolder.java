package dev.dragoman.server.store.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;

/// A program that holds a data directory and a PostgreSQL on it until it is signalled: what a test
/// starts in a process of its own in order to kill it.
///
/// Arguments: the data directory, and `bound` or `loose` (whether PostgreSQL ends with it).
public final class PostgresHolder {
  private PostgresHolder() {}

  /// Prints one line `ready URL PASSWORD PID MILLIS`, or `refused REASON` and ends with 1.
  public static void main(String[] arguments) throws InterruptedException {
    long begin = System.nanoTime();
    try {
      DataDirectory data = DataDirectory.acquire(Path.of(arguments[0]));
      data.announce("http://127.0.0.1:8080");
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(
              data,
              new PostgresSettings(32, 20, 4, 128, 15),
              new Silent(),
              new SecureRandom(),
              arguments[1].equals("bound"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, data)));
      double millis = (System.nanoTime() - begin) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "ready %s %s %d %.0f%n",
          postgres.url(),
          postgres.password(),
          postgres.pid(),
          millis);
      System.out.flush();
      Thread.currentThread().join();
    } catch (StartRefused e) {
      System.out.println("refused " + e.getMessage());
      System.exit(1);
    }
  }

  private static void stop(EmbeddedPostgres postgres, DataDirectory data) {
    postgres.close();
    data.close();
  }

  /// A watch that expects nothing.
  record Silent() implements PostgresWatch {
    @Override
    public void died(int exitCode) {}

    @Override
    public void restarted() {}
  }
}
