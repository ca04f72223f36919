package dev.dragoman.server.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Resolves names with a bound on time and on how many at once. Thread-safe.
///
/// A lookup is a native call that nothing interrupts, so it runs on a platform thread of its own
/// and callers only wait for it. Callers of the same name share one lookup: a name whose server
/// hangs holds one thread, not all.
final class Lookups implements AutoCloseable {

  private static final int QUEUED_MAX = 1_024;

  private final Resolver resolver;
  private final long millis;
  private final ThreadPoolExecutor threads;
  private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();

  Lookups(Resolver resolver, EgressLimits limits) {
    this.resolver = resolver;
    this.millis = limits.lookupMillis();
    this.threads =
        new ThreadPoolExecutor(
            limits.lookups(),
            limits.lookups(),
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUED_MAX),
            Thread.ofPlatform().daemon().name("egress-lookup-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// All addresses of a host of an accepted URL; an address spelled out stands for itself.
  List<InetAddress> find(String host) throws UnknownHostException {
    var literal = EgressPolicy.literal(host);
    if (literal.isPresent()) {
      return List.of(literal.get());
    }
    try {
      return lookup(host).get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed(host + " was not resolved within " + millis + " ms", e);
    } catch (ExecutionException e) {
      throw failed(host + " has no address", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(host + " was not resolved in time", e);
    }
  }

  private CompletableFuture<List<InetAddress>> lookup(String host) throws UnknownHostException {
    var mine = new CompletableFuture<List<InetAddress>>();
    var others = running.putIfAbsent(host, mine);
    if (others != null) {
      return others;
    }
    try {
      threads.execute(() -> resolve(host, mine));
      return mine;
    } catch (RejectedExecutionException e) {
      running.remove(host, mine);
      mine.completeExceptionally(e);
      throw failed("too many names are being resolved", e);
    }
  }

  private void resolve(String host, CompletableFuture<List<InetAddress>> result) {
    try {
      var addresses = List.copyOf(resolver.resolve(host));
      running.remove(host, result);
      result.complete(addresses);
    } catch (UnknownHostException | RuntimeException e) {
      running.remove(host, result);
      result.completeExceptionally(e);
    }
  }

  private static UnknownHostException failed(String text, Exception cause) {
    var failure = new UnknownHostException(text);
    failure.initCause(cause);
    return failure;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
