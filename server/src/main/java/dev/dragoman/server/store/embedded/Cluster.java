package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;

/// PostgreSQL's own directory inside the data directory: made once, configured at every start.
///
/// @param data the data directory
/// @param directory the cluster, `DATA/postgres`
/// @param binaries the programs to make it with
record Cluster(Path data, Path directory, Binaries binaries) {
  static final String USER = "dragoman";

  // The database every cluster is born with: making another one would cost a tenth of a second.
  static final String DATABASE = "postgres";

  private static final String DRAFT = "postgres.draft-";

  private static final String ACCESS =
      """
      # Written by Dragoman at every start; edits are lost.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  static Cluster in(Path data, Binaries binaries) {
    return new Cluster(data, data.resolve("postgres"), binaries);
  }

  /// Makes the cluster if there is none, and writes its configuration.
  ///
  /// @param fresh makes a password; asked at most once per cluster
  /// @return the password of [#USER]
  String prepare(Launcher launcher, PostgresSettings settings, Supplier<String> fresh)
      throws IOException {
    Path file = data.resolve("postgres-password");
    if (!Files.isDirectory(directory)) {
      create(launcher, keep(file, fresh.get()));
    }
    if (!Files.isRegularFile(file)) {
      throw new StartRefused(
          file + " is missing: restore it, the database cannot be opened without");
    }
    check();
    launcher.account().own(directory);
    write(launcher, "postgresql.conf", ServerConfiguration.of(settings).text());
    write(launcher, "pg_hba.conf", ACCESS);
    return Files.readString(file).strip();
  }

  private void check() throws IOException {
    String major = Files.readString(directory.resolve("PG_VERSION")).strip();
    if (!major.equals(Binaries.MAJOR)) {
      throw new StartRefused(
          "%s was written by PostgreSQL %s, this Dragoman brings %s"
              .formatted(directory, major, Binaries.MAJOR));
    }
  }

  // Written before the cluster exists and used again after an interrupted first start.
  private static String keep(Path file, String password) throws IOException {
    if (!Files.isRegularFile(file)) {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      privately(draft, password + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  // Made under another name and renamed when complete: a cluster that exists is whole.
  private void create(Launcher launcher, String password) throws IOException {
    removeOldDrafts();
    Path draft = Files.createTempDirectory(data, DRAFT);
    Path secret = data.resolve("postgres-password.initdb");
    privately(secret, password + "\n");
    try {
      launcher.account().own(draft);
      if (!launcher.account().equals(Account.current())) {
        launcher.account().chown(secret);
      }
      Tools.Result made = Tools.run(launcher.bounded(initdb(draft, secret)));
      if (!made.succeeded()) {
        throw new StartRefused("PostgreSQL could not make its files: " + made.output());
      }
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(secret);
      Binaries.delete(draft);
    }
  }

  // Each first start has its own draft: one that was killed may still be writing to another.
  private void removeOldDrafts() throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(data, DRAFT + "*")) {
      for (Path draft : drafts) {
        try {
          Binaries.delete(draft);
        } catch (IOException | UncheckedIOException e) {
          // Still being written: the next start removes it.
        }
      }
    }
  }

  private List<String> initdb(Path draft, Path secret) {
    return List.of(
        binaries.program("initdb").toString(),
        "--pgdata=" + draft,
        "--username=" + USER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions",
        // One flush of the file system instead of one per file.
        "--sync-method=" + (Files.isDirectory(Path.of("/proc/self")) ? "syncfs" : "fsync"),
        // Stretching protects guessable passwords; this one is 256 random bits, and every
        // connection would pay for it.
        "--set=scram_iterations=1");
  }

  private void write(Launcher launcher, String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    if (!Account.ownerOf(file).equals(launcher.account()) && launcher.account().uid() >= 0) {
      launcher.account().chown(file);
    }
  }

  private static void privately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.DSYNC);
  }
}
