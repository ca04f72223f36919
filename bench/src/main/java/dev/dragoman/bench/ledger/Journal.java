package dev.dragoman.bench.ledger;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A file of arrivals: whoever writes returns when it is on the disk. One flush serves all who
/// wait. Thread-safe.
final class Journal implements AutoCloseable {
  private static final int AT_ONCE = 4_096;

  private final FileChannel file;
  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  private record Entry(Arrival arrival, CompletableFuture<Boolean> written) {}

  Journal(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    writer = Thread.ofPlatform().name("journal").daemon().start(this::work);
  }

  /// What such a file holds, in the order in which it was written.
  static List<Arrival> read(Path path) throws IOException {
    return Files.readAllLines(path).stream().map(Arrival::of).toList();
  }

  void write(Arrival arrival) {
    Entry entry = new Entry(arrival, new CompletableFuture<>());
    queue.add(entry);
    entry.written().join();
  }

  private void work() {
    try {
      while (!closed || !queue.isEmpty()) {
        Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch(first);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void batch(Entry first) {
    List<Entry> taken = new ArrayList<>();
    taken.add(first);
    queue.drainTo(taken, AT_ONCE);
    StringBuilder lines = new StringBuilder();
    taken.forEach(entry -> lines.append(entry.arrival().line()).append('\n'));
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(false);
      taken.forEach(entry -> entry.written().complete(true));
    } catch (IOException failed) {
      taken.forEach(entry -> entry.written().completeExceptionally(failed));
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
      file.close();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
