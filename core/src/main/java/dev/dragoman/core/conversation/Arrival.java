package dev.dragoman.core.conversation;

/// An input on its way into a conversation, with the turn it drives.
public record Arrival(String turnId, Input input) {}
