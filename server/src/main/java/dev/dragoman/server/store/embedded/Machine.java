package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// What there is to share out.
///
/// @param memoryBytes memory this process may use: the machine's, or less in a container
/// @param freeDiskBytes free where the data lies
public record Machine(long memoryBytes, long freeDiskBytes) {
  private static final long UNKNOWN_MEMORY_BYTES = 8L << 30;

  /// Looks at this machine.
  ///
  /// Read from the kernel's files: the JDK's own bean for it costs a tenth of a second at start.
  public static Machine here(Path data) {
    try {
      long memory =
          LongStream.concat(total().stream(), container().stream())
              .min()
              .orElse(UNKNOWN_MEMORY_BYTES);
      return new Machine(memory, Files.getFileStore(data).getUsableSpace());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OptionalLong total() throws IOException {
    Path file = Path.of("/proc/meminfo");
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("MemTotal:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst();
  }

  private static OptionalLong container() throws IOException {
    Path file = Path.of("/sys/fs/cgroup/memory.max");
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    String limit = Files.readString(file).strip();
    return limit.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(limit))
        : OptionalLong.empty();
  }
}
