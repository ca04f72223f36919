package dev.dragoman.core.understand.time;

/// A meaning at a place.
///
/// @param start first token that belongs to it
/// @param end token after its last
/// @param sense what it means
record Found(int start, int end, Sense sense) {}
