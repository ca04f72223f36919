package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user of the operating system, by number.
///
/// @param uid the user's number; 0 is root
/// @param gid the number of the user's group
record Account(int uid, int gid) {
  private static final Account NOBODY = new Account(65534, 65534);

  boolean isRoot() {
    return uid == 0;
  }

  /// Who this process runs as: its effective user and group.
  static Account current() {
    Path status = Path.of("/proc/self/status");
    try {
      if (Files.isReadable(status)) {
        List<String> lines = Files.readAllLines(status);
        return new Account(effective(lines, "Uid:"), effective(lines, "Gid:"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Without /proc (macOS) only "root or not" matters.
    return "root".equals(System.getProperty("user.name")) ? new Account(0, 0) : new Account(-1, -1);
  }

  // The line lists the real, effective, saved and file system number.
  private static int effective(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
        .findFirst()
        .orElse(-1);
  }

  static Account ownerOf(Path path) {
    try {
      Map<String, Object> owner =
          Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
      return new Account(number(owner.get("uid")), number(owner.get("gid")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whom PostgreSQL runs as when Dragoman runs as root: whoever owns the cluster or the data
  /// directory already, else an account made for it, else nobody.
  static Account unprivileged(Path data, Path cluster) {
    if (Files.isDirectory(cluster) && !ownerOf(cluster).isRoot()) {
      return ownerOf(cluster);
    }
    if (!ownerOf(data).isRoot()) {
      return ownerOf(data);
    }
    return named("dragoman").or(() -> named("postgres")).orElse(NOBODY);
  }

  /// Makes this account the owner of a directory and everything in it; does nothing if it is.
  void own(Path directory) throws IOException {
    if (uid < 0 || ownerOf(directory).uid() == uid) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            chown(file);
            return FileVisitResult.CONTINUE;
          }

          // The directory comes after its content: an interrupted change is taken up again.
          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            return visitFile(visited, Files.readAttributes(visited, BasicFileAttributes.class));
          }
        });
  }

  void chown(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<Account> named(String name) {
    Path passwd = Path.of("/etc/passwd");
    try {
      if (!Files.isReadable(passwd)) {
        return Optional.empty();
      }
      return Files.readAllLines(passwd, StandardCharsets.ISO_8859_1).stream()
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length > 3 && fields[0].equals(name))
          .map(fields -> new Account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : -1;
  }
}
