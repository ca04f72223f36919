package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// PostgreSQL's log in the data directory, kept to two files of bounded size.
///
/// @param path where the child appends
record LogFile(Path path) {
  static final long ROTATED_AT_BYTES = 10 << 20;

  /// Keeps the last piece under `.1` and starts over. The child goes on appending to the same open
  /// file, hence copy and cut; a line written in between is lost, which a log may.
  void rotateIfLarge() throws IOException {
    if (size() > ROTATED_AT_BYTES) {
      Path older = path.resolveSibling(path.getFileName() + ".1");
      Files.copy(path, older, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }

  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /// The last lines written after a position, to tell why a start failed.
  String since(long position) throws IOException {
    byte[] all = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    int from = (int) Math.min(position, all.length);
    String text = new String(all, from, all.length - from, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }
}
