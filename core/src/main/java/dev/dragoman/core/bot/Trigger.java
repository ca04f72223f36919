package dev.dragoman.core.bot;

/// What starts a story besides links and buttons.
public sealed interface Trigger {
  /// A message that is understood as this intent.
  record OnIntent(String intentId) implements Trigger {}

  /// A custom event of this exact name.
  record OnEvent(String name) implements Trigger {}

  /// A loaded page: the exact address, or with `prefix` every address that starts with it.
  record OnUrl(String url, boolean prefix) implements Trigger {}
}
