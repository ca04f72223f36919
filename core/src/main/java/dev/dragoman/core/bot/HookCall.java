package dev.dragoman.core.bot;

/// A call on an arrow whose answer may change session values (contract treble §2).
///
/// `blocking` hooks hold the conversation until they answer or their time is over; `repeatable`
/// ones are called once more, with the same id, when the node that called them died.
public record HookCall(String url, boolean blocking, boolean repeatable) {}
