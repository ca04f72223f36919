package dev.dragoman.server.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs for this machine, unpacked once from the class path.
///
/// @param home the directory that holds `bin`, `lib` and `share`
record Binaries(Path home) {
  static final String VERSION = "18.6";
  static final String MAJOR = "18";

  /// Finds the unpacked programs, or unpacks them first (about two seconds, once per machine).
  ///
  /// They live in the per-user cache, so that every data directory shares them; where no cache can
  /// be written, in the data directory itself.
  static Binaries locate(Path data) {
    String platform = platform();
    try {
      return unpackInto(cache(), platform);
    } catch (IOException e) {
      return inData(data, platform);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static Binaries inData(Path data, String platform) {
    try {
      return unpackInto(data, platform);
    } catch (IOException e) {
      throw new StartRefused("PostgreSQL cannot be unpacked: " + DataDirectory.reason(e), e);
    }
  }

  static Binaries unpackInto(Path parent, String platform) throws IOException {
    Path home = parent.resolve("postgres-" + VERSION + "-" + platform);
    if (!Files.isDirectory(home)) {
      Files.createDirectories(parent);
      Path draft = Files.createTempDirectory(parent, "unpacking-");
      try {
        unpack(platform, draft);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        publish(draft, home);
      } finally {
        delete(draft);
      }
    }
    return new Binaries(home.toRealPath());
  }

  private static void publish(Path draft, Path home) throws IOException {
    flush(draft);
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) { // else another process was faster: its copy is as good
        throw e;
      }
    }
  }

  private static void unpack(String platform, Path draft) throws IOException {
    String resource = "postgres-" + platform + ".txz";
    try (InputStream packed = Binaries.class.getClassLoader().getResourceAsStream(resource)) {
      if (packed == null) {
        throw new StartRefused("No PostgreSQL for this machine on the class path: " + resource);
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (needed(entry)) {
            write(tar, entry, draft);
          }
        }
      }
    }
  }

  // Static archives and headers serve compilers only.
  private static boolean needed(TarArchiveEntry entry) {
    String name = entry.getName();
    return !name.endsWith(".a") && !name.contains("include/") && !name.contains("pkgconfig/");
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft)
      throws IOException {
    Path target = draft.resolve(entry.getName()).normalize();
    if (!target.startsWith(draft)) {
      throw new IOException("archive entry leaves its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & 0100) != 0;
    String mode = program ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
  }

  // One flush of the file system instead of a thousand of its files; a half-written copy after a
  // power cut would otherwise look complete. Where `sync` lacks -f nothing is lost but that.
  private static void flush(Path draft) throws IOException {
    Optional<Path> sync = Tools.find("sync");
    if (sync.isPresent()) {
      Tools.run(List.of(sync.get().toString(), "-f", draft.toString()));
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.isDirectory(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  // Root's own cache is closed to the account PostgreSQL runs as; /var/cache is made for this.
  private static Path cache() {
    if (Account.current().isRoot()) {
      return Path.of("/var/cache/dragoman");
    }
    String configured = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    if (configured != null && configured.startsWith("/")) {
      return Path.of(configured, "dragoman");
    }
    return home.resolve(isMac() ? "Library/Caches" : ".cache").resolve("dragoman");
  }

  private static boolean isMac() {
    return System.getProperty("os.name").startsWith("Mac");
  }

  /// The archive's own name for this machine.
  static String platform() {
    String architecture =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    return (isMac() ? "darwin-" : "linux-") + architecture;
  }
}
