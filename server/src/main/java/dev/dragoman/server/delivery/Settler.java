package dev.dragoman.server.delivery;

import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Lanes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settles many lanes in one transaction: each caller waits for the commit that holds its move.
/// Thread-safe.
final class Settler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
  private static final int AT_ONCE = 256;
  private static final int TRIES = 3;

  private final Lanes lanes;
  private final LinkedBlockingQueue<Wish> queue = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  private record Wish(
      int workspace,
      Lanes.Move move,
      List<Deliveries.Attempted> rows,
      CompletableFuture<Lanes.Moved> moved) {}

  Settler(Lanes lanes, int threads) {
    this.lanes = lanes;
    for (int i = 0; i < threads; i++) {
      this.threads.add(Thread.ofPlatform().name("settler").daemon().start(this::work));
    }
  }

  /// Moves a lane and waits until that is true. What cannot be written is as good as lost: the
  /// claim ends, and somebody else goes on from what is written.
  Lanes.Moved settle(int workspace, Lanes.Move move, List<Deliveries.Attempted> rows)
      throws InterruptedException {
    Wish wish = new Wish(workspace, move, rows, new CompletableFuture<>());
    queue.add(wish);
    try {
      return wish.moved().get();
    } catch (ExecutionException failed) {
      LOG.warn("a delivery was not settled: {}", String.valueOf(failed.getCause()));
      return Lanes.Moved.LOST;
    }
  }

  /// How many moves wait.
  int waiting() {
    return queue.size();
  }

  private void work() {
    while (!closed || !queue.isEmpty()) {
      try {
        Wish first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch(first);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void batch(Wish first) {
    List<Wish> taken = new ArrayList<>();
    taken.add(first);
    queue.drainTo(taken, AT_ONCE - 1);
    Map<Integer, List<Wish>> byWorkspace = new LinkedHashMap<>();
    taken.forEach(
        wish -> byWorkspace.computeIfAbsent(wish.workspace(), _ -> new ArrayList<>()).add(wish));
    byWorkspace.forEach(this::once);
  }

  private void once(int workspace, List<Wish> wishes) {
    wishes.sort(
        java.util.Comparator.comparing((Wish wish) -> wish.move().key().stream())
            .thenComparing(wish -> wish.move().key().endpointId()));
    try {
      List<Deliveries.Attempted> rows = new ArrayList<>();
      wishes.forEach(wish -> rows.addAll(wish.rows()));
      Map<Lanes.Key, Lanes.Moved> moved =
          tried(workspace, wishes.stream().map(Wish::move).toList(), rows);
      wishes.forEach(
          wish -> wish.moved().complete(moved.getOrDefault(wish.move().key(), Lanes.Moved.LOST)));
    } catch (RuntimeException failed) {
      alone(workspace, wishes, failed);
    }
  }

  /// What cannot be written together may be written alone: one bad row spoils no other.
  private void alone(int workspace, List<Wish> wishes, RuntimeException failed) {
    if (wishes.size() == 1) {
      wishes.getFirst().moved().completeExceptionally(failed);
      return;
    }
    wishes.forEach(wish -> once(workspace, new ArrayList<>(List.of(wish))));
  }

  private Map<Lanes.Key, Lanes.Moved> tried(
      int workspace, List<Lanes.Move> moves, List<Deliveries.Attempted> rows) {
    @Nullable RuntimeException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return new HashMap<>(lanes.settle(workspace, moves, rows));
      } catch (RuntimeException failed) {
        last = failed;
      }
    }
    throw last == null ? new IllegalStateException("never tried") : last;
  }

  /// Writes what waits and ends.
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
