package dev.dragoman.core.room;

/// Where the humans of a room sit.
public enum Desk {
  /// At this server: agents and seats.
  OWN,
  /// At a system of the integrator, which is told of the room and answers for its agents.
  ENDPOINT
}
