package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Ids;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Conversations;
import java.util.Optional;

/// Lets in by the account key, bare or as a bearer (contract treble §4), and by a session's id.
final class Access {
  private static final String SCHEME = "bearer ";

  private final Keys keys;
  private final Conversations conversations;
  private final Directory directory;
  private final boolean updateNeedsKey;

  Access(Keys keys, Conversations conversations, Directory directory, boolean updateNeedsKey) {
    this.keys = keys;
    this.conversations = conversations;
    this.directory = directory;
    this.updateNeedsKey = updateNeedsKey;
  }

  /// A session somebody may open.
  ///
  /// @param source what an input id is unique in: the key's id, or the session's
  record Session(int workspace, String id, Conversation.Address address, String source) {}

  /// The key of an account.
  Optional<Credential> account(Request request) {
    return request
        .header("Authorization")
        .map(Access::bare)
        .flatMap(keys::find)
        .filter(found -> found.kind() == Credential.Kind.TREBLE_KEY);
  }

  private static String bare(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : header.strip();
  }

  /// Whether the request carries a key that is good, or none where none is needed.
  boolean admits(Request request) {
    return request.header("Authorization").isPresent()
        ? account(request).isPresent()
        : !updateNeedsKey;
  }

  /// The session of that id, which is a credential by itself; a key sees only its workspace's.
  Optional<Session> session(Request request, String id) {
    Optional<Credential> account = account(request);
    return of(id)
        .filter(found -> account.isEmpty() || account.get().workspace() == found.workspace())
        .map(
            found ->
                new Session(
                    found.workspace(),
                    id,
                    found.address(),
                    account.map(Credential::id).orElse("session:" + id)));
  }

  private Optional<Session> of(String id) {
    if (!Ids.isSessionId(id)) {
      return Optional.empty();
    }
    String conversationId = id.substring(0, Ids.OBJECT_ID_LENGTH);
    return conversations
        .workspace(conversationId)
        .flatMap(
            workspace ->
                directory
                    .address(workspace, conversationId)
                    .map(address -> new Session(workspace, id, address, "")));
  }
}
