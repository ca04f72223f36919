package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;

/// An event of the workspace's own stream: no conversation's.
///
/// @param sequence of the workspace's stream, from 1 without a gap
/// @param eventId 24 hex digits
/// @param data ids and codes, no personal text
public record Notice(
    int workspace, long sequence, String eventId, long atNanos, Kind kind, Value.Obj data) {}
