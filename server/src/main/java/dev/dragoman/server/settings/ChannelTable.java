package dev.dragoman.server.settings;

import java.util.Optional;

/// The settings of the section `channels`.
final class ChannelTable {
  static final Setting<Integer> UNKNOWN =
      new Setting<>(
          "channels",
          "unknownSeconds",
          Kind.whole(1, 86_400),
          "600",
          "How long a message of unknown fate waits for its provider's report.");

  static final Setting<Optional<String>> PUBLIC_URL =
      new Setting<>(
          "channels",
          "publicUrl",
          Kind.optionalUrl(),
          "",
          "Where links to files lead; empty: where the provider's webhook reached the server.");
  static final Setting<Integer> LINK_DAYS =
      new Setting<>(
          "channels",
          "linkDays",
          Kind.whole(1, 3_650),
          "30",
          "How long the link to a file that a contact sent opens it.");

  private ChannelTable() {}
}
