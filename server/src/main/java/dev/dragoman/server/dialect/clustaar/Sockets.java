package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.store.Conversations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open channels of this node, by conversation. Thread-safe.
///
/// Commits of this node are hinted at once; those of others are found by a sweep.
public final class Sockets implements AfterCommit, AutoCloseable {
  /// Channels one interlocutor may have open at once: its tabs and devices.
  static final int MOST = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  private static final long EVERY_MILLIS = 2_000;

  private final Map<Key, Set<SocketChannel>> channels = new ConcurrentHashMap<>();
  private final Map<Key, Integer> versions = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("sockets").daemon().unstarted(task));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Which conversation.
  record Key(int workspace, String conversationId) {}

  ExecutorService threads() {
    return threads;
  }

  /// Adds a channel; false when the interlocutor has as many as it may.
  boolean join(SocketChannel channel) {
    Set<SocketChannel> all =
        channels.compute(
            channel.member().key(),
            (_, there) -> {
              Set<SocketChannel> set = there == null ? ConcurrentHashMap.newKeySet() : there;
              if (set.size() < MOST) {
                set.add(channel);
              }
              return set;
            });
    return all.contains(channel);
  }

  void leave(SocketChannel channel) {
    channels.computeIfPresent(
        channel.member().key(),
        (_, there) -> {
          there.remove(channel);
          return there.isEmpty() ? null : there;
        });
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
    if (channels.isEmpty()) {
      return;
    }
    Set<SocketChannel> there = channels.get(new Key(workspace, conversationId));
    if (there != null) {
      there.forEach(SocketChannel::hint);
    }
  }

  /// Looks every two seconds for what other nodes committed, and for hints that were lost.
  public void watch(Conversations conversations) {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> sweep(conversations), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sweep(Conversations conversations) {
    try {
      versions.keySet().retainAll(channels.keySet());
      channels.keySet().stream()
          .collect(Collectors.groupingBy(Key::workspace))
          .forEach(
              (workspace, keys) ->
                  conversations
                      .versions(workspace, keys.stream().map(Key::conversationId).toList())
                      .forEach((id, version) -> seen(new Key(workspace, id), version)));
    } catch (RuntimeException unreachable) {
      LOG.warn("open sockets could not be looked after: {}", unreachable.getClass().getName());
    }
  }

  private void seen(Key key, int version) {
    Integer before = versions.put(key, version);
    if (before == null || before != version) {
      channels.getOrDefault(key, Set.of()).forEach(SocketChannel::hint);
    }
  }

  /// How many channels are open.
  public int open() {
    return channels.values().stream().mapToInt(Set::size).sum();
  }

  @Override
  public void close() {
    clock.close();
    threads.close();
  }
}
