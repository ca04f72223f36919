package dev.dragoman.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Who was erased, beside the database: a backup that is put back does not know what was erased
/// since, this file does. One line each, a workspace and a contact's id; no word of anybody.
/// Thread-safe.
public final class ErasureFile {
  private static final Pattern LINE = Pattern.compile("([0-9]{1,9}) ([0-9a-f]{24})");

  private final Path file;

  /// One that was erased.
  public record Entry(int workspace, String contactId) {}

  /// Kept there; made with the first entry.
  public ErasureFile(Path file) {
    this.file = file;
  }

  /// Adds an entry; it is on the disk when this returns.
  public synchronized void add(Entry entry) {
    byte[] line =
        (entry.workspace() + " " + entry.contactId() + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer left = ByteBuffer.wrap(line);
      while (left.hasRemaining()) {
        int unused = channel.write(left);
      }
      channel.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// All entries; a line that a crash left unfinished is passed over.
  public synchronized List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          var parts = LINE.matcher(line);
          if (parts.matches()) {
            entries.add(new Entry(Integer.parseInt(parts.group(1)), parts.group(2)));
          }
        }
      }
      return entries;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
