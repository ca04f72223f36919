package dev.dragoman.server.people;

import org.jspecify.annotations.Nullable;

/// What a key opens. The only source of a request's workspace.
///
/// @param id the key's own id
/// @param kind what it is good for
/// @param subject the bot's id, for an interlocutor's key the conversation's, for an
///     agent's the agent's, else null
public record Credential(String id, int workspace, Kind kind, @Nullable String subject) {
  /// Kinds of keys, each opening another set of routes.
  public enum Kind {
    /// Everything in the workspace.
    ADMIN,
    /// Reading through the native API.
    READER,
    /// Writing inputs and reading conversations through the native API.
    CHANNEL,
    /// What one agent does (the subject is the agent's id).
    AGENT,
    /// The public access token of a bot (contract clustaar §1.1).
    BOT_TOKEN,
    /// The private API key of a bot (contract clustaar §1.1).
    BOT_KEY,
    /// The account key of a workspace (contract treble §4).
    TREBLE_KEY,
    /// The key that is a bot (contract gptbots §1.3).
    GPTBOTS_KEY,
    /// The token of a bot that goes back with everything told of its rooms (contract aivo §1).
    AIVO_TOKEN,
    /// The token of one interlocutor (contract clustaar §1.1).
    INTERLOCUTOR
  }

  /// Whether keys of a kind have to be sent back, and so are kept where they can be read again.
  static boolean isSentBack(Kind kind) {
    return kind == Kind.AIVO_TOKEN;
  }

  /// Whether it is of this kind and for this subject.
  public boolean opens(Kind wanted, String wantedSubject) {
    return kind == wanted && wantedSubject.equals(subject);
  }
}
