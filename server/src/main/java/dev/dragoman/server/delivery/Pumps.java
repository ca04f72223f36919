package dev.dragoman.server.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps swept lanes flowing: an endpoint for which more lanes wait than one sweep takes is swept
/// again as soon as half of what was taken has ended, without waiting for the clock. Thread-safe.
final class Pumps {
  private static final int MOST = 256;
  private static final int LOW = MOST / 2;

  private final Map<Endpoint.Key, Pump> pumps = new ConcurrentHashMap<>();

  /// The one of an endpoint.
  Pump of(Endpoint.Key key) {
    return pumps.computeIfAbsent(key, _ -> new Pump());
  }

  /// Swept lanes of one endpoint that this node is moving. Thread-safe.
  static final class Pump {
    private int out;
    private boolean hungry;

    /// How many more may be swept now.
    synchronized int room() {
      return MOST - out;
    }

    /// Takes note of a sweep: who got all they wanted may get more.
    synchronized void swept(int wanted, int got) {
      out += got;
      hungry = got == wanted;
    }

    /// Takes note of a lane that ended; says whether the caller has to sweep again.
    synchronized boolean ended() {
      out--;
      boolean now = hungry && out <= LOW;
      hungry = hungry && !now;
      return now;
    }
  }
}
