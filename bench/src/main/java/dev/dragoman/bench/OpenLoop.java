package dev.dragoman.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// Requests that arrive when they like, not when the server is ready for them: a delay is counted
/// from the moment the request was meant to be sent, so a stall cannot hide the requests it held
// up.
final class OpenLoop {
  private final ServerProcess.Ready server;
  private final long seed;

  OpenLoop(ServerProcess.Ready server, long seed) {
    this.server = server;
    this.seed = seed;
  }

  /// So many requests a second, at random moments, over so many connections.
  Load.Result run(double perSecond, double seconds, int connections, IntFunction<byte[]> request) {
    long[] intended = arrivals(perSecond, seconds);
    long[] nanos = new long[intended.length];
    AtomicInteger next = new AtomicInteger();
    AtomicLong failures = new AtomicLong();
    long start = System.nanoTime() + 100_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> work(new Plan(start, intended, nanos), next, failures, request)));
    }
    threads.forEach(Load::join);
    double elapsed = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Load.Result(nanos.length / elapsed, nanos.length, nanos, failures.get());
  }

  @SuppressWarnings("ArrayRecordComponent") // Shared by the connections, compared with nothing.
  private record Plan(long start, long[] intended, long[] nanos) {}

  private long[] arrivals(double perSecond, double seconds) {
    Random chance = new Random(seed);
    List<Long> moments = new ArrayList<>();
    double at = 0;
    while (at < seconds) {
      at += -Math.log(1 - chance.nextDouble()) / perSecond;
      moments.add((long) (at * 1e9));
    }
    return moments.stream().mapToLong(Long::longValue).toArray();
  }

  private void work(
      Plan plan, AtomicInteger next, AtomicLong failures, IntFunction<byte[]> request) {
    try (HttpLine line = new HttpLine(server)) {
      int mine = next.getAndIncrement();
      while (mine < plan.intended().length) {
        long due = plan.start() + plan.intended()[mine];
        byte[] bytes = request.apply(mine);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        if (line.exchange(bytes) != 200) {
          failures.incrementAndGet();
        }
        plan.nanos()[mine] = System.nanoTime() - due;
        mine = next.getAndIncrement();
      }
    } catch (IOException broken) {
      failures.incrementAndGet();
    }
  }
}
