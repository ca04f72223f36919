package dev.dragoman.core.conversation;

import org.jspecify.annotations.Nullable;

/// Who holds the conversation: exactly one at each instant.
public sealed interface Holder {
  /// The session in it, or null when there is none (yet).
  @Nullable Session session();

  /// The bot answers.
  record Bot(Session session) implements Holder {}

  /// Humans answer, or will: the room is open. `session` is what the bot goes on with afterwards,
  /// null when there was none.
  record Room(dev.dragoman.core.room.Room room, @Nullable Session session) implements Holder {}

  /// Nobody answers. `session` is kept for whoever takes over again.
  record Nobody(Why why, @Nullable Session session) implements Holder {
    /// Before the first input.
    public static final Nobody NEW = new Nobody(Why.NEW, null);
  }

  /// Why nobody answers.
  enum Why {
    /// Nothing has happened yet: the first input gives the conversation to the bot.
    NEW,
    /// The bot was told to be silent until it is released.
    PAUSED,
    /// The session came to its end: the next input starts another.
    ENDED
  }
}
