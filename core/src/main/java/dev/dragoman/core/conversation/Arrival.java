package dev.dragoman.core.conversation;

/// An input on its way into a conversation, with the turn it drives.
///
/// @param turnMillis how long the turn may take; 0 as long as turns may take here
public record Arrival(String turnId, Input input, int turnMillis) {
  /// One whose turn may take as long as turns may take here.
  public Arrival(String turnId, Input input) {
    this(turnId, input, 0);
  }
}
