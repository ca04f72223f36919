package dev.dragoman.server.channel;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.model.Ids;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.store.ChannelLanes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts what has to be sent: at once when a turn said something, by a sweep what nobody started.
///
/// A conversation is worked on by one thread at a time, an account by [#PER_ACCOUNT]; one that
/// hangs holds no other's. Never blocks the committer. Thread-safe.
public final class Outbox implements AfterCommit {
  /// Conversations of one account that are sent to at the same time.
  static final int PER_ACCOUNT = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int SWEPT_AT_ONCE = 256;

  private final Ports ports;
  private final ExecutorService threads;
  private final Map<ChannelLanes.Due, Boolean> underWay = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> accounts = new ConcurrentHashMap<>();

  /// What sending needs.
  ///
  /// @param node tells this server from others on the same database
  public record Ports(ChannelLanes lanes, LaneRun.Ports run, LaneRun.Timing timing, String node) {}

  /// Sends on these threads.
  public Outbox(Ports ports, ExecutorService threads) {
    this.ports = ports;
    this.threads = threads;
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
    String account = legs.getLast().after().address().account();
    if (Ids.isObjectId(account) && legs.stream().anyMatch(Outbox::isForChannel)) {
      start(new ChannelLanes.Due(workspace, conversationId, account));
    }
  }

  private static boolean isForChannel(Decision.Decided leg) {
    return Audience.of(leg.leg().turnId()) != Audience.CALLER && leg.leg().speaks();
  }

  /// Starts whatever is due and nobody works on.
  public void sweep() {
    for (int workspace : ports.lanes().workspacesWithDue()) {
      ports.lanes().due(workspace, SWEPT_AT_ONCE).forEach(this::start);
    }
  }

  /// Starts one conversation, or has the thread that works on it look once more.
  public void start(ChannelLanes.Due due) {
    if (underWay.merge(due, false, (_, _) -> true)) {
      return;
    }
    try {
      threads.execute(() -> work(due));
    } catch (RejectedExecutionException stopping) {
      underWay.remove(due);
    }
  }

  private void work(ChannelLanes.Due due) {
    Semaphore places = accounts.computeIfAbsent(due.account(), _ -> new Semaphore(PER_ACCOUNT));
    do {
      underWay.put(due, false);
      try {
        places.acquire();
        try {
          claimed(due);
        } finally {
          places.release();
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        underWay.remove(due);
        return;
      }
    } while (!underWay.remove(due, false));
  }

  /// What fails here is found again by the sweep when the claim has run out.
  private void claimed(ChannelLanes.Due due) {
    try {
      Duration hold = ports.timing().claim();
      ports
          .lanes()
          .claim(due, ports.node(), hold.toNanos())
          .ifPresent(lane -> new LaneRun(ports.run(), ports.timing(), ports.lanes()).run(lane));
    } catch (RuntimeException failed) {
      LOG.warn("sending for {} stopped: {}", due.conversationId(), failed.toString());
    }
  }
}
