package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Ids;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import java.util.Optional;

/// Lets the three credentials of the contract (§1.1) in, each where it belongs.
final class Access {
  private static final String SCHEME = "bearer ";

  private final Keys keys;
  private final SocketTokens tokens;
  private final Directory directory;

  Access(Keys keys, SocketTokens tokens, Directory directory) {
    this.keys = keys;
    this.tokens = tokens;
    this.directory = directory;
  }

  /// Who comes in, or what to answer instead.
  sealed interface Entry {
    /// Let in, with the conversation the path names where it names one.
    record Granted(Credential credential, Conversation.Address address) implements Entry {}

    /// Kept out.
    record Refused(Response response) implements Entry {}
  }

  /// A key of the bot the path names.
  Entry bot(Request request, String botId, Credential.Kind kind) {
    Optional<Credential> found = credential(request);
    if (found.isEmpty()) {
      return new Entry.Refused(Errors.unauthorized());
    }
    if (!Ids.isObjectId(botId)) {
      return new Entry.Refused(Errors.invalid("botID", "must be 24 lower-case hexadecimal digits"));
    }
    return found.get().opens(kind, botId)
        ? new Entry.Granted(found.get(), nowhere(botId))
        : new Entry.Refused(Errors.forbidden());
  }

  private static Conversation.Address nowhere(String botId) {
    return new Conversation.Address("", botId, "", "", "");
  }

  /// A key of this kind for the bot of the interlocutor the path names.
  Entry interlocutor(Request request, String id, Credential.Kind kind) {
    Optional<Credential> found = credential(request);
    return found.isEmpty()
        ? new Entry.Refused(Errors.unauthorized())
        : interlocutor(found.get(), id, kind);
  }

  private Entry interlocutor(Credential credential, String id, Credential.Kind kind) {
    if (!Ids.isObjectId(id)) {
      return new Entry.Refused(Errors.invalid("id", "must be 24 lower-case hexadecimal digits"));
    }
    if (credential.kind() != kind) {
      return new Entry.Refused(Errors.forbidden());
    }
    Optional<Conversation.Address> address = directory.address(credential.workspace(), id);
    if (address.isEmpty()) {
      return new Entry.Refused(Errors.notFound("Interlocutor"));
    }
    return credential.opens(kind, address.get().botId())
        ? new Entry.Granted(credential, address.get())
        : new Entry.Refused(Errors.forbidden());
  }

  /// The interlocutor's own token, or the private key of its bot.
  Entry interlocutorOrKey(Request request, String id) {
    Optional<Credential> found = credential(request);
    if (found.isEmpty()) {
      return new Entry.Refused(Errors.unauthorized());
    }
    Credential credential = found.get();
    if (credential.kind() != Credential.Kind.INTERLOCUTOR) {
      return interlocutor(credential, id, Credential.Kind.BOT_KEY);
    }
    if (!credential.opens(Credential.Kind.INTERLOCUTOR, id)) {
      return new Entry.Refused(Errors.forbidden());
    }
    return directory
        .address(credential.workspace(), id)
        .<Entry>map(address -> new Entry.Granted(credential, address))
        .orElseGet(() -> new Entry.Refused(Errors.notFound("Interlocutor")));
  }

  private Optional<Credential> credential(Request request) {
    String header = request.header("Authorization").orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String token = header.substring(SCHEME.length()).strip();
    return keys.find(token).or(() -> InterlocutorToken.parse(token).flatMap(tokens::find));
  }
}
