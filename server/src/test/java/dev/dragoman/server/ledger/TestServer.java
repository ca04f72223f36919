package dev.dragoman.server.ledger;

import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.PostgresSettings;
import dev.dragoman.server.store.embedded.PostgresWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One embedded PostgreSQL for all tests of a JVM, thrown away at its end. Where one runs already,
/// `-Ddragoman.test.postgres=jdbc:postgresql://HOST:PORT/` saves the start.
record TestServer(String base, String user, String password) {
  private static final TestServer SHARED = start();

  static TestServer shared() {
    return SHARED;
  }

  private static TestServer start() {
    String given = System.getProperty("dragoman.test.postgres");
    return given == null ? embedded() : new TestServer(given, "dragoman", "");
  }

  private static TestServer embedded() {
    try {
      Path directory = Files.createTempDirectory("dragoman-ledger");
      DataDirectory data = DataDirectory.acquire(directory);
      PostgresWatch watch =
          new PostgresWatch() {
            @Override
            public void died(int exitCode) {}

            @Override
            public void restarted() {}
          };
      PostgresSettings settings = new PostgresSettings(64, 40, 4, 256, 5);
      EmbeddedPostgres server = EmbeddedPostgres.start(data, settings, watch, new SecureRandom());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data, directory)));
      String url = server.url();
      return new TestServer(
          url.substring(0, url.lastIndexOf('/') + 1), server.user(), server.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(EmbeddedPostgres server, DataDirectory data, Path directory) {
    server.close();
    data.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return URI.create(base.substring("jdbc:".length())).getPort();
  }

  String url(String database) {
    return base + database;
  }
}
