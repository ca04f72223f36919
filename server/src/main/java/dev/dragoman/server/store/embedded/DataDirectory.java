package dev.dragoman.server.store.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The directory that holds everything of one installation, held by exactly one process.
///
/// Holding an instance *is* the right to serve this data: the lock is the operating system's, so it
/// ends with the process, however that dies. Thread-safe.
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "dragoman.lock";

  // POSIX drops every lock a process has on a file as soon as it closes *any* descriptor of it, so
  // a second attempt within this process must be refused before the file is opened.
  private static final Map<Path, String> HELD_HERE = new HashMap<>();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /// Creates the directory if needed and takes it for this process.
  ///
  /// @throws StartRefused when another process holds it (naming that process and its address), or
  ///     when it cannot be created or written
  public static DataDirectory acquire(Path directory) {
    try {
      Path path = create(directory.toAbsolutePath().normalize());
      synchronized (HELD_HERE) {
        String holder = HELD_HERE.get(path);
        if (holder != null) {
          throw inUse(path, holder);
        }
        DataDirectory taken = lock(path);
        taken.announce("");
        return taken;
      }
    } catch (IOException e) {
      throw new StartRefused("Data directory " + directory + " cannot be used: " + reason(e), e);
    }
  }

  /// The directory, absolute and without symbolic links.
  public Path path() {
    return path;
  }

  /// Writes down, for a second start that is refused, where this process answers.
  ///
  /// @param url the address people open, or empty while it is not known yet
  public void announce(String url) {
    String text = ProcessHandle.current().pid() + "\n" + url + "\n";
    synchronized (HELD_HERE) {
      try {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      HELD_HERE.put(path, text);
    }
  }

  /// Gives the directory back. Deletes nothing.
  @Override
  public void close() {
    synchronized (HELD_HERE) {
      if (!lock.isValid()) {
        return;
      }
      HELD_HERE.remove(path);
      try {
        channel.truncate(0);
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Path create(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      // As root, PostgreSQL runs as somebody else, who has to pass through but not to list.
      String mode = Account.current().isRoot() ? "rwx--x--x" : "rwx------";
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
    }
    return directory.toRealPath();
  }

  private static DataDirectory lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolve(LOCK), CREATE, READ, WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
      if (lock == null) {
        throw inUse(path, read(channel));
      }
      return new DataDirectory(path, channel, lock);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    channel.read(bytes, 0);
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private static StartRefused inUse(Path path, String holder) {
    List<String> lines = holder.lines().toList();
    String process = lines.isEmpty() ? "unknown" : lines.getFirst();
    String url = lines.size() < 2 || lines.get(1).isEmpty() ? "still starting" : lines.get(1);
    return new StartRefused(
        "Data directory %s is in use by Dragoman (process %s, %s)".formatted(path, process, url));
  }

  static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
