package dev.dragoman.core.conversation;

import java.util.Locale;

/// Who hears what a turn says, kept in the first digit of the turn's id.
///
/// An id goes wherever its turn goes: into hooks that are out, inputs that wait, legs that follow
/// after a restart. So does its mark, and none of them needs a member for it.
public enum Audience {
  /// The caller: it gets the answer, and the contact's channel does not.
  CALLER('c'),
  /// The contact's channel, for many at once: a message whose fate is unknown is not repeated.
  CAMPAIGN('d'),
  /// The contact's channel.
  CHANNEL('e');

  private final char mark;

  Audience(char mark) {
    this.mark = mark;
  }

  /// A new id with this mark in place of its first digit.
  public String mark(String id) {
    return mark + id.substring(1);
  }

  /// The audience of a turn; ids that nobody marked belong to turns that nobody waits for.
  public static Audience of(String turnId) {
    String id = turnId.toLowerCase(Locale.ROOT);
    for (Audience audience : values()) {
      if (!id.isEmpty() && id.charAt(0) == audience.mark) {
        return audience;
      }
    }
    return CHANNEL;
  }
}
