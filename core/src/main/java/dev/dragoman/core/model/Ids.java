package dev.dragoman.core.model;

/// The two written forms of ids: 24 hex digits for things, 56 for sessions.
public final class Ids {
  /// Length of the id of a bot, story, step, conversation, message or event.
  public static final int OBJECT_ID_LENGTH = 24;

  /// Length of the id of a session.
  public static final int SESSION_ID_LENGTH = 56;

  private Ids() {}

  /// Whether `text` is 24 lower-case hex digits.
  public static boolean isObjectId(String text) {
    return text.length() == OBJECT_ID_LENGTH && isHex(text);
  }

  /// Whether `text` is 56 lower-case hex digits.
  public static boolean isSessionId(String text) {
    return text.length() == SESSION_ID_LENGTH && isHex(text);
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
