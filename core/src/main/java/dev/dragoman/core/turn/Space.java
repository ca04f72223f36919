package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;

/// Whether something still fits into what a conversation may hold, in packed bytes.
///
/// A state has a share for an open room, and three more: half for the session's values, the bytes
/// of one text that was said, and the rest for what is out and what waits. None can take another's,
/// so that an answer of a hook finds its room however much waits.
final class Space {
  private static final int SHARED_BYTES = Limits.STATE_BYTES - Limits.ROOM_BYTES;
  private static final int VALUES_BYTES = SHARED_BYTES / 2;

  /// A UTF-16 unit takes at most three bytes.
  private static final int SAID_BYTES = 3 * Limits.MESSAGE_TEXT;

  private static final int WAITING_BYTES = SHARED_BYTES - VALUES_BYTES - SAID_BYTES;

  /// No value packs to more bytes than this for each one of its weight.
  private static final int BYTES_PER_WEIGHT = 4;

  private Space() {}

  /// Whether the session values have room for one more, or for another one under the same key.
  static boolean isFor(String key, Value value, Value.Obj values) {
    boolean tooMany = values.get(key) == null && values.size() >= Limits.SESSION_VALUES;
    int weight = values.weight() + key.length() + value.weight();
    return !tooMany
        && fits(value, Limits.SESSION_VALUE_BYTES)
        && (lightEnough(weight, VALUES_BYTES) || fits(values.with(key, value), VALUES_BYTES));
  }

  private static boolean fits(Value value, int bytes) {
    return lightEnough(value.weight(), bytes) || Pack.pack(value).length <= bytes;
  }

  private static boolean lightEnough(int weight, int bytes) {
    return weight <= bytes / BYTES_PER_WEIGHT;
  }

  /// Whether what is out and what waits leaves room for the rest.
  static boolean isForWhatWaits(Conversation state) {
    return state.waiting().equals(Waiting.NOTHING)
        || Pack.pack(state.held(Holder.Nobody.NEW)).length <= WAITING_BYTES;
  }

  /// The text as it is remembered: its beginning, if it is longer than a message may be.
  static String said(String text) {
    if (text.length() <= Limits.MESSAGE_TEXT) {
      return text;
    }
    int end = Limits.MESSAGE_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
