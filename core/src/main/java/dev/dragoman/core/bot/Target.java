package dev.dragoman.core.bot;

/// Where a link, button or jump leads.
public sealed interface Target {
  /// A step by its 24-hex id.
  record ToStep(String stepId) implements Target {}

  /// The first step of a story by its 24-hex id.
  record ToStory(String storyId) implements Target {}

  /// The end of the session.
  record ToEnd() implements Target {}
}
