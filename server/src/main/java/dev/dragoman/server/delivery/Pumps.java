package dev.dragoman.server.delivery;

import dev.dragoman.server.ledger.Pump;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A pump for each endpoint. Thread-safe.
final class Pumps {
  private static final int SWEPT_OF_AN_ENDPOINT = 256;

  private final Map<Endpoint.Key, Pump> pumps = new ConcurrentHashMap<>();

  Pump of(Endpoint.Key key) {
    return pumps.computeIfAbsent(key, _ -> new Pump(SWEPT_OF_AN_ENDPOINT));
  }
}
