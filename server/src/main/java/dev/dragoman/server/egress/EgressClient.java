package dev.dragoman.server.egress;

import dev.dragoman.server.egress.CallResult.Failed;
import dev.dragoman.server.egress.CallResult.Failure;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/// Makes every outbound call to an address that a user gave. Thread-safe; call it from virtual
/// threads, since it blocks until the call settles.
///
/// A call is sent at most once. It settles within its total time, whatever the receiver does: the
/// caller stops waiting then, and the thread that talks to the receiver is interrupted, which
/// closes its socket.
public final class EgressClient implements AutoCloseable {

  private final EgressPolicy policy;
  private final Lookups lookups;
  private final Gates gates;
  private final CloseableHttpClient client;
  private final LongSupplier nanoClock;
  private final EgressLimits.PerCall bounds;
  private volatile boolean closed;

  /// @param tls whom to trust; [SSLContext#getDefault] unless the operator has a CA of their own
  /// @param nanoClock a clock like [System#nanoTime]
  public EgressClient(
      EgressPolicy policy,
      EgressLimits limits,
      Resolver resolver,
      SSLContext tls,
      LongSupplier nanoClock) {
    this.policy = policy;
    this.bounds = limits.call();
    this.lookups = new Lookups(resolver, limits);
    this.gates = new Gates(limits);
    this.client = Transport.create(policy, limits, new CheckedDns(lookups, policy), tls);
    this.nanoClock = nanoClock;
  }

  /// Judges a URL that is about to be saved, and what its name leads to right now. A name without
  /// an address is accepted: it may get one before the first call, which judges it again.
  public UrlCheck checkUrl(String url) {
    var check = policy.checkUrl(url);
    if (!(check instanceof UrlCheck.Accepted(var uri))) {
      return check;
    }
    try {
      return policy
          .refusal(uri.getHost(), lookups.find(uri.getHost()))
          .<UrlCheck>map(UrlCheck.Refused::new)
          .orElse(check);
    } catch (UnknownHostException e) {
      return check;
    }
  }

  /// Why a header that a user gave is not sent; empty when it is.
  public Optional<String> checkHeader(String name, String value) {
    return policy.refusedHeader(name, value);
  }

  /// Makes one call and waits for how it settles.
  public CallResult call(Call asked) {
    var call = asked.within(bounds);
    var deadline = Deadline.starting(nanoClock, call.limits().totalMillis());
    return switch (policy.checkUrl(call.url())) {
      case UrlCheck.Refused(var reason) -> failed(Failure.REFUSED, reason, deadline);
      case UrlCheck.Accepted(var uri) ->
          refusedHeader(call)
              .<CallResult>map(reason -> failed(Failure.REFUSED, reason, deadline))
              .orElseGet(() -> call(uri, call, deadline));
    };
  }

  private Optional<String> refusedHeader(Call call) {
    return call.headers().stream()
        .flatMap(header -> policy.refusedHeader(header.name(), header.value()).stream())
        .findFirst();
  }

  private CallResult call(URI uri, Call call, Deadline deadline) {
    var gate = uri.getScheme() + "://" + uri.getRawAuthority();
    try {
      if (closed) {
        return stopped(deadline);
      }
      return gates.enter(gate, deadline)
          ? exchange(gate, new Exchange(client, uri, call, deadline), deadline)
          : failed(Failure.BUSY, "too many calls to " + uri.getHost() + " are out", deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped(deadline);
    }
  }

  /// Holds a place at the gate; it is given back by the thread that talks, when it has ended.
  private CallResult exchange(String gate, Exchange exchange, Deadline deadline)
      throws InterruptedException {
    var task = new FutureTask<CallResult>(exchange);
    Thread.ofVirtual()
        .name("egress")
        .start(
            () -> {
              try {
                task.run();
              } finally {
                gates.leave(gate);
              }
            });
    try {
      var result = task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      return closed && result instanceof Failed ? stopped(deadline) : result;
    } catch (TimeoutException e) {
      return exchange.timedOut();
    } catch (ExecutionException | CancellationException e) {
      if (closed) {
        return stopped(deadline);
      }
      throw new IllegalStateException("an outbound call broke this program", e);
    } finally {
      task.cancel(true);
    }
  }

  private static Failed stopped(Deadline deadline) {
    return failed(Failure.STOPPED, "this server is stopping", deadline);
  }

  private static Failed failed(Failure kind, String text, Deadline deadline) {
    return new Failed(kind, text, 0, deadline.elapsedMillis());
  }

  /// How many hosts have a call out or waiting.
  public int busyHosts() {
    return gates.hosts();
  }

  /// Breaks off what is out and refuses what comes.
  @Override
  public void close() {
    closed = true;
    client.close(CloseMode.IMMEDIATE);
    lookups.close();
  }
}
