package dev.dragoman.server.live;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.server.ledger.AfterCommit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Rings for those who wait for a conversation or a workspace when this node commits something
/// there. A hint only: who hears nothing looks by itself. Thread-safe; never blocks the committer.
public final class Bells implements AfterCommit, AutoCloseable {
  private final Map<Key, Bell> bells = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// What is waited for; all of a workspace with an empty conversation.
  record Key(int workspace, String conversationId) {}

  /// One key's bell while somebody waits for it.
  static final class Bell {
    private int waiting;
    private long rung;

    private synchronized void ring() {
      rung++;
      notifyAll();
    }

    /// How often it rang.
    synchronized long count() {
      return rung;
    }

    /// Waits until it has rung again since that count, or so long.
    synchronized void await(long count, long millis) throws InterruptedException {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      long left = millis;
      while (rung == count && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
    }
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
    if (!bells.isEmpty()) {
      ring(bells.get(new Key(workspace, "")));
      ring(bells.get(new Key(workspace, conversationId)));
    }
  }

  private static void ring(@Nullable Bell bell) {
    if (bell != null) {
      bell.ring();
    }
  }

  /// The bell of a key, until as many have left it as entered.
  Bell enter(Key key) {
    return bells.compute(
        key,
        (_, there) -> {
          Bell bell = there == null ? new Bell() : there;
          bell.waiting++;
          return bell;
        });
  }

  void leave(Key key) {
    bells.computeIfPresent(key, (_, bell) -> --bell.waiting == 0 ? null : bell);
  }

  /// How many wait, by workspace.
  Map<Integer, Integer> waiting() {
    Map<Integer, Integer> waiting = new HashMap<>();
    bells.forEach((key, bell) -> waiting.merge(key.workspace(), bell.waiting, Integer::sum));
    return waiting;
  }

  boolean isClosed() {
    return closed;
  }

  /// Wakes everybody, to end.
  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Bell::ring);
  }
}
