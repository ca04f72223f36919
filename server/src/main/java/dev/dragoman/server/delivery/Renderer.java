package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import java.util.List;
import java.util.Set;

/// How one dialect tells what happened: the port each dialect implements. Thread-safe.
///
/// The same leg and endpoint give the same requests with the same bytes, or
/// [#followsFromLeg] says that they do not.
public interface Renderer {
  /// The requests that the endpoint hears of this leg, in order: sequences rise strictly. Empty
  /// when it hears of nothing.
  List<Rendered> render(Told told, Endpoint endpoint);

  /// The requests that the endpoint hears of an event of the workspace.
  default List<Rendered> render(Notice notice, Endpoint endpoint) {
    return List.of();
  }

  /// The native kinds this dialect makes something of: a leg without one of them is not rendered
  /// for an endpoint that names no kinds itself. A request is made of a leg as a whole, so a kind
  /// that completes another's body need not be named.
  Set<Kind> kinds();

  /// When deliveries of this dialect are tried, unless the endpoint says otherwise.
  Schedule schedule();

  /// Whether leg and endpoint alone decide the bytes. If not, they are stored before the first
  /// attempt, so that every attempt sends the same.
  default boolean followsFromLeg() {
    return true;
  }

  /// Whether somebody can make endpoints of this dialect.
  default boolean isForEndpoints() {
    return true;
  }

  /// Whether the receiver is told the lane's own numbers (`position`, `webhook-gap`): not when each
  /// request may go somewhere else.
  default boolean numbered() {
    return true;
  }

  /// Whether deliveries carry the native headers (`webhook-id`, `webhook-timestamp`, `position`,
  /// …) and the signature even when the endpoint does not ask for them.
  default boolean nativeHeaders() {
    return false;
  }
}
