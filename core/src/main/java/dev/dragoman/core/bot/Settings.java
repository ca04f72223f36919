package dev.dragoman.core.bot;

import org.jspecify.annotations.Nullable;

/// How a bot behaves where authors differ.
///
/// `zone` is an IANA zone name; `fixedThreshold` replaces the threshold that training found;
/// `valueScope` says what ends the life of session values; `webhook` is where steps that ask for
/// it call; `sessionIdleHours` is how long a session keeps its bot version unused.
public record Settings(
    String zone,
    @Nullable Double fixedThreshold,
    ValueScope valueScope,
    @Nullable Webhook webhook,
    int sessionIdleHours) {
  /// What ends the life of session values.
  public enum ValueScope {
    /// Entering a different story by intent or event clears them; links and buttons keep them.
    STORY,
    /// They live as long as the session.
    SESSION
  }

  /// Where step webhooks go (contract clustaar §5.1). `authorization` and `signingKey` name
  /// secrets of the server, never hold them.
  public record Webhook(String url, @Nullable String authorization, @Nullable String signingKey) {}

  /// The settings of a bot file that names none.
  public static Settings standard() {
    return new Settings("UTC", null, ValueScope.STORY, null, 24);
  }
}
