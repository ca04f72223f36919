package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.RoomList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the room a call is about: by its id, else by the user's hash (contract aivo §2.1). What
/// belongs to another bot is unknown.
final class Rooms {
  /// The channel all doors of integrators lead to.
  static final String ACCOUNT = "direct";

  private static final String CLOSED = "closed";

  private final RoomList rooms;
  private final Conversations conversations;
  private final Addresses addresses;

  Rooms(RoomList rooms, Conversations conversations, Addresses addresses) {
    this.rooms = rooms;
    this.conversations = conversations;
    this.addresses = addresses;
  }

  /// How a room is asked for: at least one of both is there.
  record Wanted(@Nullable String id, @Nullable String hash) {}

  /// A room that was found.
  record Found(String uuid, String hex, String conversationId, boolean closed) {}

  /// The conversation in which this user was active last, if there ever was one.
  Optional<String> lastActive(Access.Guest guest, String hash) {
    return addresses.lastActive(
        new Addresses.Key(guest.workspace(), guest.botId(), ACCOUNT, guest.botId(), hash));
  }

  Optional<Found> find(Access.Guest guest, Wanted wanted) {
    String hash = wanted.hash() == null ? null : guest.plain(wanted.hash());
    if (wanted.id() != null) {
      return byId(guest, wanted.id()).filter(found -> hash == null || isOf(guest, found, hash));
    }
    return hash == null
        ? Optional.empty()
        : lastActive(guest, hash).flatMap(id -> open(guest.workspace(), id));
  }

  private Optional<Found> byId(Access.Guest guest, String id) {
    return rooms
        .find(guest.workspace(), id.toLowerCase(Locale.ROOT))
        .filter(row -> row.names().botId().equals(guest.botId()))
        .map(
            row ->
                new Found(
                    row.names().uuid(),
                    row.names().id(),
                    row.names().conversationId(),
                    row.place().state().equals(CLOSED)));
  }

  private boolean isOf(Access.Guest guest, Found found, String hash) {
    Conversation state = conversations.state(guest.workspace(), found.conversationId());
    return state != null && state.address().peer().equals(hash);
  }

  private Optional<Found> open(int workspace, String conversationId) {
    Conversation state = conversations.state(workspace, conversationId);
    return state != null && state.holder() instanceof Holder.Room(var room, _)
        ? Optional.of(new Found(room.ids().uuid(), room.ids().hex(), conversationId, false))
        : Optional.empty();
  }
}
