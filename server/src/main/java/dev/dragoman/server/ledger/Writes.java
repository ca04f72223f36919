package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.room.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rows of a batch, each list sorted by its key.
record Writes(
    int workspace,
    Claims claims,
    Contacts contacts,
    List<ConversationRow> conversations,
    Appended appended,
    Rooms rooms) {

  /// Rooms as lists show them, seats given up and taken, and agents who were paused.
  record Rooms(
      List<RoomRow> changed, List<SeatRow> freed, List<SeatRow> taken, List<String> paused) {}

  /// A room as a list shows it.
  record RoomRow(Room.Ids ids, Whose whose, RoomPlace place, RoomTimes times) {}

  /// The conversation of a room and its bot.
  record Whose(String conversationId, String botId) {}

  /// Where a room stands.
  record RoomPlace(String desk, String state, int group, @Nullable String agentId) {}

  /// Since when, in nanoseconds since 1970.
  record RoomTimes(long queuedNanos, long placeNanos, long changedNanos) {}

  /// A seat of an agent, and the room that has it.
  record SeatRow(String agentId, int number, String roomId) {}

  /// What another batch may have taken.
  record Claims(
      List<AddressRow> addresses, List<IdentityRow> identities, List<InputIdRow> inputIds) {}

  /// An address and where it leads.
  record AddressRow(LineKey.OfAddress key, String conversationId) {}

  /// An identity and who it is.
  record IdentityRow(Lookup.IdentityKey key, String contactId) {}

  /// An input id and its turn.
  record InputIdRow(InputId inputId, String turnId, String conversationId, long firstSequence) {}

  /// Contacts to make and to change.
  record Contacts(
      List<Looked.ContactRow> made, List<Looked.ContactRow> changed, List<OptOutRow> optOuts) {
    Contacts(List<Looked.ContactRow> made, List<Looked.ContactRow> changed) {
      this(made, changed, List.of());
    }
  }

  /// A contact who opted out, and the leg that holds its words.
  record OptOutRow(String contactId, String conversationId, long sequence) {}

  /// A conversation to make (`was` 0 and `fresh`) or to change from version `was`.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record ConversationRow(Identity identity, boolean fresh, int was, int version, byte[] state) {}

  /// What never changes about a conversation.
  record Identity(String id, String botId, String contactId) {}

  /// Rows that nobody else can have written: under the conversation's lock.
  record Appended(
      List<LegRow> legs,
      List<LaneRow> lanes,
      List<PoisonedRow> poisoned,
      Timers timers,
      List<ChannelRow> channels,
      List<SessionRow> sessions,
      long nowNanos) {}

  /// An input or timer that was given up, and why in a word.
  record PoisonedRow(String conversationId, String turnId, long atNanos, String code) {}

  /// Timers that went and came.
  record Timers(List<TimerRow> dropped, List<TimerRow> set) {}

  /// Legs of a conversation that said something its channel has to send, from the first sequence of
  /// the first to that of the last.
  record ChannelRow(String conversationId, String account, long from, long upTo) {}

  /// A lane that has something to tell: claimed if it is idle, left alone if it is busy.
  ///
  /// @param sequence everything up to here is of no interest
  /// @param version of the conversation after the batch
  /// @param paused whether nobody starts it
  record LaneRow(String stream, String endpointId, long sequence, int version, boolean paused) {}

  /// What a batch did to a session.
  ///
  /// @param storyId the first story it entered, empty if that is not new
  /// @param begunNanos 0 if it was there before
  /// @param endedNanos 0 if it did not end
  record SessionRow(Place place, String storyId, long begunNanos, long endedNanos) {
    /// Which one.
    record Place(String botId, String conversationId, String id) {}

    boolean begun() {
      return begunNanos != 0;
    }
  }

  /// A timer of a conversation.
  record TimerRow(String conversationId, Timer timer) {}

  /// A leg as it is stored.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record LegRow(LegKey key, String turnId, Seal seal, boolean settled, byte[] body) {}

  /// Where a leg stands.
  record LegKey(String conversationId, long firstSequence, int leg) {}

  /// When, and the hashes of the state before and after.
  record Seal(long atNanos, long before, long after) {}

  /// Whether there is nothing to write.
  boolean isEmpty() {
    return appended.legs().isEmpty();
  }
}
