package dev.dragoman.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/// A closed loop: each connection sends its next request when it has the answer to the last one.
final class Load {
  private final ServerProcess.Ready server;

  Load(ServerProcess.Ready server) {
    this.server = server;
  }

  /// What came of it: answers per second, latencies in nanoseconds sorted, and what was not a 200.
  @SuppressWarnings("ArrayRecordComponent") // A million latencies, compared with nothing.
  record Result(double perSecond, long count, long[] nanos, long failures) {
    double percentileMillis(double share) {
      return nanos.length == 0
          ? 0
          : nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1e6;
    }
  }

  /// Runs so many connections for so long; `requests` gives each connection its requests in turn.
  Result run(int connections, double seconds, IntFunction<byte[][]> requests) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    AtomicLong failures = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long[][] latencies = new long[connections][];
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      int connection = i;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> latencies[connection] = drive(requests.apply(connection), end, failures)));
    }
    threads.forEach(Load::join);
    double elapsed = (System.nanoTime() - start) / 1e9;
    long[] all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(all.length / elapsed, all.length, all, failures.get());
  }

  private long[] drive(byte[][] requests, long end, AtomicLong failures) {
    long[] nanos = new long[1 << 12];
    int count = 0;
    try (HttpLine line = new HttpLine(server)) {
      long before = System.nanoTime();
      while (before < end) {
        if (line.exchange(requests[count % requests.length]) != 200) {
          failures.incrementAndGet();
        }
        long after = System.nanoTime();
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = after - before;
        before = after;
      }
    } catch (IOException broken) {
      failures.incrementAndGet();
    }
    return Arrays.copyOf(nanos, count);
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
