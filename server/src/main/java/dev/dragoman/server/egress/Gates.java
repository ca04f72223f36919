package dev.dragoman.server.egress;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets a bounded number of calls out, first per host and then over all, so that those who wait for
/// a dead host hold no place that another host could use. Thread-safe.
final class Gates {

  private final EgressLimits limits;
  private final Semaphore all;
  private final Map<String, Gate> gates = new HashMap<>();

  Gates(EgressLimits limits) {
    this.limits = limits;
    this.all = new Semaphore(limits.inFlight());
  }

  /// Waits for a place until the deadline, or not at all where too many wait already; says whether
  /// it got one. Each place got must be given back with [#leave].
  boolean enter(String host, Deadline deadline) throws InterruptedException {
    var gate = join(host);
    if (gate == null) {
      return false;
    }
    boolean inside = false;
    boolean entered = false;
    try {
      inside = gate.places.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      entered = inside && all.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      return entered;
    } finally {
      if (!entered) {
        part(host, inside);
      }
    }
  }

  void leave(String host) {
    all.release();
    part(host, true);
  }

  /// How many hosts have a call out or waiting.
  synchronized int hosts() {
    return gates.size();
  }

  private synchronized @Nullable Gate join(String host) {
    var gate = gates.computeIfAbsent(host, key -> new Gate(limits.perHost()));
    if (gate.users >= limits.perHost() + limits.waitingPerHost()) {
      return null;
    }
    gate.users++;
    return gate;
  }

  private synchronized void part(String host, boolean inside) {
    var gate = gates.get(host);
    if (gate == null) {
      throw new IllegalStateException("left a gate that was never entered");
    }
    if (inside) {
      gate.places.release();
    }
    gate.users--;
    if (gate.users == 0) {
      gates.remove(host);
    }
  }

  private static final class Gate {
    final Semaphore places;

    /// Those inside and those waiting.
    int users;

    Gate(int places) {
      this.places = new Semaphore(places);
    }
  }
}
