package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;
import java.util.Optional;
import java.util.Set;

/// Endpoints that every workspace has, without a row: what carries out the actions of bots.
final class Standing {
  private Standing() {}

  static Endpoint of(String id, String dialect, Set<Kind> kinds) {
    return new Endpoint(
        new Endpoint.Key(0, id),
        Optional.empty(),
        dialect,
        "",
        kinds,
        new Endpoint.Auth.None(),
        Endpoint.Manner.PLAIN,
        Value.Obj.EMPTY,
        Endpoint.Status.ACTIVE);
  }
}
