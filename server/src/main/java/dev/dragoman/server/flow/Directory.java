package dev.dragoman.server.flow;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.server.store.Conversations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Whose a conversation is: its address never changes, so what was read once is remembered.
/// Thread-safe.
public final class Directory {
  private static final int REMEMBERED = 200_000;

  private final Conversations conversations;
  private final Map<Key, Conversation.Address> addresses =
      Collections.synchronizedMap(new RememberedAddresses());

  private record Key(int workspace, String conversationId) {}

  private static final class RememberedAddresses extends LinkedHashMap<Key, Conversation.Address> {
    private static final long serialVersionUID = 1L;

    RememberedAddresses() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Conversation.Address> eldest) {
      return size() > REMEMBERED;
    }
  }

  /// Reads from this store.
  public Directory(Conversations conversations) {
    this.conversations = conversations;
  }

  /// The address of a conversation of that workspace.
  public Optional<Conversation.Address> address(int workspace, String conversationId) {
    Key key = new Key(workspace, conversationId);
    Conversation.Address known = addresses.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Conversation read = conversations.state(workspace, conversationId);
    if (read == null) {
      return Optional.empty();
    }
    addresses.put(key, read.address());
    return Optional.of(read.address());
  }
}
